import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { isTrustedHost } from "./check-url";
import { isRefusedLiteral, publicLookup, RefusedAddress } from "./public-address";
import { signatureHeaders } from "./sign-message";

export const deliveryErrors = [
  "status",
  "redirect",
  "gone",
  "timeout",
  "refused-address",
  "no-answer",
] as const;
export type DeliveryError = (typeof deliveryErrors)[number];

export interface Outcome {
  /** Null when the receiver has taken it. */
  error: DeliveryError | null;
  statusCode: number | null;
}

interface Message {
  url: string;
  secret: string;
  id: string;
  body: string;
  /** When it is sent: the receiver refuses one that is minutes off. */
  at: Date;
}

interface Sending {
  privateHosts: readonly string[];
  timeoutMs?: number;
  lookup?: LookupFunction;
}

const answerWithinMs = 15_000;

/** One attempt to deliver. Follows no redirect, reads nothing of the answer but its status, and never throws. */
export async function sendMessage(message: Message, sending: Sending): Promise<Outcome> {
  const { privateHosts, timeoutMs = answerWithinMs, lookup = publicLookup() } = sending;
  const url = new URL(message.url);
  const isTrusted = isTrustedHost(url, privateHosts);
  if (!isTrusted && (url.protocol !== "https:" || isRefusedLiteral(url.hostname)))
    return { error: "refused-address", statusCode: null };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return judge(await post(url, message, { signal, ...(isTrusted ? {} : { lookup }) }));
  } catch (error) {
    if (signal.aborted) return { error: "timeout", statusCode: null };
    return { error: error instanceof RefusedAddress ? "refused-address" : "no-answer", statusCode: null };
  }
}

function judge(statusCode: number): Outcome {
  if (statusCode >= 200 && statusCode < 300) return { error: null, statusCode };
  if (statusCode >= 300 && statusCode < 400) return { error: "redirect", statusCode };
  return { error: statusCode === 410 ? "gone" : "status", statusCode };
}

function post(
  url: URL,
  { secret, id, body, at }: Message,
  options: { signal: AbortSignal; lookup?: LookupFunction },
): Promise<number> {
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  const headers = {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "user-agent": "facnet-validator",
    ...signatureHeaders(secret, { id, body, at }),
  };
  return new Promise((resolve, reject) => {
    const answered = (answer: IncomingMessage) => {
      resolve(answer.statusCode ?? 0);
      // Read to its end, or to the timeout, so that the receiver sees no broken connection.
      answer.on("error", () => {}).resume();
    };
    send(url, { ...options, method: "POST", agent: false, headers }, answered)
      .on("error", reject)
      .end(body);
  });
}
