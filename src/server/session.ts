import { createHmac, timingSafeEqual } from "node:crypto";

const cookieName = "facnet_session";
const maxAgeSeconds = 30 * 24 * 3600;

/** True when `given` is the access token, compared in constant time. */
export function isAccessToken(given: string | null, token: string): boolean {
  return given !== null && isSame(digest(given, "token"), digest(token, "token"));
}

/** True when the request carries the cookie that `sessionCookie` made for this token. */
export function holdsSession(request: Request, token: string): boolean {
  const value = readCookie(request.headers.get("cookie") ?? "");
  return value !== null && isSame(value, digest(token, "session"));
}

/** The Set-Cookie value of a new session. It holds a digest of the token, never the token. */
export function sessionCookie(token: string, secure: boolean): string {
  return `${cookieName}=${digest(token, "session")}; ${attributes(secure, maxAgeSeconds)}`;
}

/** The Set-Cookie value that ends a session. */
export function endedSessionCookie(secure: boolean): string {
  return `${cookieName}=; ${attributes(secure, 0)}`;
}

function attributes(secure: boolean, maxAge: number): string {
  return `Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${secure ? "; Secure" : ""}`;
}

function readCookie(header: string): string | null {
  for (const part of header.split(";")) {
    const [name, value] = part.trim().split("=");
    if (name === cookieName) return value ?? null;
  }
  return null;
}

function digest(text: string, purpose: "token" | "session"): string {
  return createHmac("sha256", text).update(`facnet ${purpose} v1`).digest("hex");
}

function isSame(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
