import { expect, test } from "vitest";
import { logWords } from "../../src/ui/run/log-words";

test("a sentence of the service's log is known by its key, with its number or name", () => {
  expect(logWords("Attempt 2 failed and will be tried again")).toMatchObject({
    key: "failedRetried",
    values: { attempt: "2" },
  });
  expect(logWords("Cancelled by Chloé R. Okafor.")).toMatchObject({
    key: "cancelledBy",
    values: { name: "Chloé R. Okafor" },
  });
  expect(logWords("Completed")?.key).toBe("completed");
});

test("a sentence of another version is left as it is", () => {
  expect(logWords("Attempt two started")).toBeNull();
  expect(logWords("Completed with luck")).toBeNull();
});
