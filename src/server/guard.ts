import { env } from "@/env";
import { AppError } from "@/errors";
import type { Actor } from "@/services/context";
import { holdsSession, isAccessToken } from "./session";

/** The one owner until accounts come. */
const localActor: Actor = { ownerId: "local", name: "local" };

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);
const everywhere = new Set(["0.0.0.0", "::", "[::]"]);
const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Who asks. Every door calls it before anything else.
 * Throws AppError `forbidden` for a foreign Host, Origin or site, `unauthorized` without the access token.
 */
export function guard(request: Request): Actor {
  checkOrigin(request);
  const token = env().ACCESS_TOKEN;
  if (token && !isAccessToken(bearer(request), token) && !holdsSession(request, token))
    throw new AppError("unauthorized", "An access token is needed.");
  return localActor;
}

/** Refuses DNS rebinding (an unknown Host) and requests that another site's page sends. */
export function checkOrigin(request: Request): void {
  const host = request.headers.get("host")?.toLowerCase() ?? "";
  if (!isKnownHost(host))
    throw new AppError("forbidden", "This host name is not allowed. See ALLOWED_HOSTS.");
  if (request.headers.get("sec-fetch-site") === "cross-site")
    throw new AppError("forbidden", "Requests from another site are refused.");
  const origin = request.headers.get("origin");
  if (origin !== null && !reading.has(request.method) && !isSameOrigin(origin, host))
    throw new AppError("forbidden", "Requests from another origin are refused.");
}

function isKnownHost(host: string): boolean {
  const name = hostName(host);
  if (name === null) return false;
  if (loopback.has(name)) return true;
  const { HOST, ALLOWED_HOSTS } = env();
  const listed = everywhere.has(HOST) ? ALLOWED_HOSTS : [HOST, ...ALLOWED_HOSTS];
  return listed.some((entry) => hostName(entry.toLowerCase()) === name);
}

/** The name without its port, IPv6 in brackets; null when it is not a host at all. */
function hostName(host: string): string | null {
  const bare = host.split(":").length > 2 && !host.startsWith("[") ? `[${host}]` : host;
  return /^(\[[0-9a-f:.]+\]|[^\s:/@[\]]+)(?::\d{1,5})?$/.exec(bare)?.[1] ?? null;
}

function isSameOrigin(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  if (protocol !== "http:" && protocol !== "https:") return false;
  return new URL(`${protocol}//${host}`).host === from;
}

function bearer(request: Request): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
}
