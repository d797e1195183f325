import { expect, it } from "vitest";
import { isRecent } from "@/queue/ask-redis";

it.each([
  ["6.2.0", true],
  ["6.0.16", false],
  ["5.9.1", false],
  ["7.0.15", true],
  ["10.0", true],
  ["unknown", false],
  ["", false],
])("a Redis of version %j is recent enough: %s", (version, expected) => {
  expect(isRecent(version)).toBe(expected);
});
