import fc from "fast-check";
import type { Kind } from "./kinds";

const words = fc.constantFrom("alpha", "beta", "gamma", "Montréal", "a", "ab", "A1", "B22", "😀😀", "x y", 'say "hi"', "1,5", "a;b", "two\nlines", "é", "0123");

export const textKinds: Kind[] = [
  {
    field: { type: "string" },
    good: words,
    odd: [" ", "  alpha", "alpha ", "NULL", "-", "n/a", "'", "\u00A0", "\t", "#"],
    constraints: [
      { minLength: 2 },
      { maxLength: 4 },
      { minLength: 1, maxLength: 5 },
      { enum: ["alpha", "beta", "é"] },
      { pattern: "[a-z]+" },
      { pattern: "a|b.*" },
      { pattern: "^[A-Z]\\d+$" },
      { pattern: "\\w{2,5}" },
      { pattern: "(alpha|beta)" },
      { pattern: ".*" },
      { pattern: "\\S+" },
    ],
  },
  {
    field: { type: "string", format: "email" },
    good: fc.constantFrom("a@example.org", "first.last+tag@sub.example.com", "x_y-z@example.co"),
    odd: ["a@b", "@example.org", "a@", "a b@example.org", '"a b"@example.org', "a@example..org", "a@-example.org", "a.@example.org", "a@[127.0.0.1]", "é@example.org", "a@exämple.org", "a@example.c", "a@localhost", "a@example.org."],
    constraints: [{ maxLength: 14 }],
  },
  {
    field: { type: "string", format: "uri" },
    good: fc.constantFrom("http://example.org/a?b=c#d", "https://example.org", "mailto:a@example.org", "urn:isbn:123"),
    odd: ["example.org", "//example.org/a", "http://", "http://exa mple.org", "http://example.org/é", "http://example.org/%zz", "1http://x.org", "http://[::1]/", "http://example.org:99999/", "javascript:alert(1)", "http://example.org/a|b", "http:", "a:b"],
    constraints: [],
  },
  {
    field: { type: "string", format: "uuid" },
    good: fc.uuid(),
    odd: ["123e4567e89b12d3a456426614174000", "123E4567-E89B-12D3-A456-426614174000", "{123e4567-e89b-12d3-a456-426614174000}", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "123e4567-e89b-12d3-a456-42661417400g", "123e4567-e89b-12d3-a456", "urn:uuid:123e4567-e89b-12d3-a456-426614174000", "123e4567-e89b-92d3-c456-426614174000"],
    constraints: [],
  },
  {
    field: { type: "string", format: "binary" },
    good: fc.base64String({ minLength: 4, maxLength: 20 }),
    odd: ["YQ", "YQ=", "YQ==", "Y Q==", "Y-Q=", "YQ==YQ==", "é", "====", "YR==", "!!!!"],
    constraints: [{ maxLength: 12 }],
  },
  {
    field: { type: "any" },
    good: words,
    odd: [" ", "1", "true"],
    constraints: [{ enum: ["alpha", "1"] }],
  },
];
