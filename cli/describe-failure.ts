import { TRPCClientError } from "@trpc/client";
import { CommandError } from "./command-error";
import type { Settings } from "./settings";

/** One line that says why a command could not be carried out. */
export function describeFailure(error: unknown, { url }: Settings): string {
  if (error instanceof CommandError) return oneLine(error.message);
  const chain = causes(error);
  if (chain.some(({ message }) => message === "fetch failed")) {
    const why = chain.find(hasCode)?.code ?? chain.at(-1)?.message;
    return `No service answers at ${url} (${why}). Start it with "npm start", or give --url.`;
  }
  const app = error instanceof TRPCClientError ? error.data?.appCode : undefined;
  if (app === "unauthorized")
    return "The service asks for its access token: give --token or set FACNET_TOKEN.";
  if (chain.some((cause) => cause instanceof SyntaxError))
    return `${url} answers, but it is not FacNet Validator.`;
  return oneLine(error instanceof Error ? error.message : String(error));
}

function hasCode(error: Error): error is Error & { code: string } {
  return "code" in error && typeof error.code === "string" && error.code !== "";
}

/** An error, what caused it, and so on; of several at once each. */
function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && chain.length < 10; at = at.cause) {
    chain.push(at);
    if (at instanceof AggregateError) chain.push(...at.errors);
  }
  return chain;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ").trim();
}
