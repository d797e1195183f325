import { type NextRequest, NextResponse } from "next/server";
import { pageRequest } from "./app/page-request";
import { AppError } from "./errors";
import { checkOrigin, guard } from "./server/guard";

const signIn = "/sign-in";
const board = "/admin/queues";

/** Every page: who may see it, and which scripts it may run. The API's doors guard themselves. */
export function proxy(request: NextRequest): Response {
  const refused = refusal(request);
  if (refused) return refused;
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = request.nextUrl.pathname.startsWith(board) ? boardPolicy : contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = { matcher: ["/((?!api/|_next/static/|_next/image|favicon.ico|icon.svg).*)"] };

function refusal(request: NextRequest): Response | null {
  const { pathname, search } = request.nextUrl;
  const asked = pageRequest(request.url, request.headers);
  try {
    if (pathname === signIn) checkOrigin(asked);
    else guard(asked);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== "unauthorized") return new Response(error.message, { status: 403 });
    const target = new URL(signIn, request.url);
    if (pathname !== "/") target.searchParams.set("next", `${pathname}${search}`);
    return NextResponse.redirect(target);
  }
}

/** Bull Board's page has its scripts in files of ours, a style element of its own, and a base address. */
const boardPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

function contentPolicy(nonce: string): string {
  const dev = process.env.NODE_ENV === "development";
  const styles = dev ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src ${styles}`,
    `style-src-elem ${styles}`,
    // Widths of measured bars and the component library's variables are style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
