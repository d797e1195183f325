import { z } from "zod";
import { env } from "@/env";
import { AppError } from "@/errors";
import { checkOrigin } from "../guard";
import { endedSessionCookie, isAccessToken, sessionCookie } from "../session";
import { json } from "./json";

export const SessionBody = z.object({ token: z.string().min(1).max(1000) });
export type SessionBody = z.infer<typeof SessionBody>;

const mostBytes = 4096;

/** `POST /api/session`: trades the access token for a cookie. Throws AppError `unauthorized` for another token. */
export async function openSession(request: Request): Promise<Response> {
  checkOrigin(request);
  const { token } = SessionBody.parse(await readJson(request));
  const expected = env().ACCESS_TOKEN;
  if (!expected) return json({ signedIn: true });
  if (!isAccessToken(token, expected)) throw new AppError("unauthorized", "This is not the access token.");
  return json({ signedIn: true }, 200, { "set-cookie": sessionCookie(expected, isSecure(request)) });
}

/** `DELETE /api/session`: clears the cookie. */
export async function closeSession(request: Request): Promise<Response> {
  checkOrigin(request);
  return new Response(null, {
    status: 204,
    headers: { "set-cookie": endedSessionCookie(isSecure(request)) },
  });
}

function isSecure(request: Request): boolean {
  return (request.headers.get("x-forwarded-proto") ?? new URL(request.url).protocol).startsWith("https");
}

async function readJson(request: Request): Promise<unknown> {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > mostBytes) throw new AppError("too-large", "The request is too large.");
  try {
    return await request.json();
  } catch (cause) {
    throw new AppError("invalid-input", "The body is not JSON.", { cause });
  }
}
