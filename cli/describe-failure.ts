import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/server/app-router";
import { CommandError, type Failure, type Subject } from "./command-error";
import { failureText } from "./failure-texts";
import type { Settings } from "./settings";

/** One line in the reader's language that says why a command could not be carried out. */
export function describeFailure(error: unknown, { url, lang }: Pick<Settings, "url" | "lang">): string {
  return oneLine(failureText(failureOf(error, url), lang));
}

function failureOf(error: unknown, url: string): Failure {
  const chain = causes(error);
  const own = chain.find((cause) => cause instanceof CommandError);
  if (own) return own.failure;
  if (chain.some(({ message }) => message === "fetch failed")) {
    const why = chain.find(hasCode)?.code ?? chain.at(-1)?.message ?? "";
    return { kind: "no-service", url, why };
  }
  const data = isAnswer(error) ? error.data : undefined;
  if (data?.appCode) {
    const { appCode: code, params, path } = data;
    return { kind: "refused", what: subjectOf(path), code, params, said: chain[0]?.message ?? "" };
  }
  if (chain.some((cause) => cause instanceof SyntaxError)) return { kind: "another-service", url };
  if (data) return { kind: "service-fault", status: data.httpStatus };
  return { kind: "own-fault", why: chain.find(hasCode)?.code ?? chain[0]?.message ?? String(error) };
}

function isAnswer(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}

/** The procedure that was asked tells what was not found. */
function subjectOf(path: string | undefined): Subject {
  if (path === "runs.enqueue" || path === "batches.create" || path?.startsWith("rulesets.")) return "ruleset";
  if (path?.startsWith("batches.")) return "batch";
  return path?.startsWith("runs.") ? "run" : "other";
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
