import { beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/errors";
import { guard } from "@/server/guard";
import { endedSessionCookie, sessionCookie } from "@/server/session";

const token = "a-token-of-sixteen-characters";

beforeAll(() => {
  process.env.DATABASE_URL = "postgres://unused";
  process.env.ACCESS_TOKEN = token;
  process.env.HOST = "0.0.0.0";
  process.env.ALLOWED_HOSTS = "csv.example.org, nas:8443";
});

function ask(headers: Record<string, string>, method = "GET") {
  return () => guard(new Request("http://127.0.0.1/api/validations", { method, headers }));
}

const signed = { authorization: `Bearer ${token}` };

function code(run: () => unknown): string {
  try {
    run();
    return "passed";
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe("the Host header", () => {
  it.each(["127.0.0.1:3000", "localhost", "LOCALHOST:80", "[::1]:3000", "csv.example.org:9", "nas"])(
    "lets %s in",
    (host) => {
      expect(code(ask({ ...signed, host }))).toBe("passed");
    },
  );

  it.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "0.0.0.0",
    "",
    "a b",
    "localhost:x",
  ])("refuses %s, so that a rebound name is of no use", (host) => {
    expect(code(ask({ ...signed, host }))).toBe("forbidden");
  });
});

describe("the Origin header", () => {
  const host = "localhost:3000";

  it("must match the Host on a request that changes something", () => {
    expect(code(ask({ ...signed, host, origin: "http://localhost:3000" }, "POST"))).toBe("passed");
    expect(code(ask({ ...signed, host, origin: "http://localhost:4000" }, "POST"))).toBe("forbidden");
    expect(code(ask({ ...signed, host, origin: "https://evil.example" }, "DELETE"))).toBe("forbidden");
    expect(code(ask({ ...signed, host, origin: "null" }, "POST"))).toBe("forbidden");
  });

  it("may leave out a default port", () => {
    expect(code(ask({ ...signed, host: "csv.example.org", origin: "https://csv.example.org" }, "POST"))).toBe(
      "passed",
    );
    expect(
      code(ask({ ...signed, host: "csv.example.org:443", origin: "https://csv.example.org" }, "POST")),
    ).toBe("passed");
  });

  it("may be absent, as it is for programs", () => {
    expect(code(ask({ ...signed, host }, "POST"))).toBe("passed");
  });
});

it("refuses what a page of another site sends, reads included", () => {
  expect(code(ask({ ...signed, host: "localhost", "sec-fetch-site": "cross-site" }))).toBe("forbidden");
  expect(code(ask({ ...signed, host: "localhost", "sec-fetch-site": "same-origin" }))).toBe("passed");
});

describe("the access token", () => {
  const host = "localhost";

  it("is needed, as bearer or as the session cookie", () => {
    const cookie = sessionCookie(token, false).split(";")[0] ?? "";
    expect(code(ask({ host }))).toBe("unauthorized");
    expect(code(ask({ host, authorization: "Bearer wrong" }))).toBe("unauthorized");
    expect(code(ask({ host, ...signed }))).toBe("passed");
    expect(code(ask({ host, cookie: `theme=dark; ${cookie}` }))).toBe("passed");
    expect(code(ask({ host, cookie: `${cookie}0` }))).toBe("unauthorized");
  });

  it("is not in the cookie, which scripts cannot read and other sites cannot send", () => {
    const cookie = sessionCookie(token, true);
    expect(cookie).not.toContain(token);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Secure$/);
    expect(endedSessionCookie(false)).toMatch(/^facnet_session=; .*Max-Age=0$/);
  });
});
