import assert from "node:assert/strict";
import { test } from "node:test";
import { countResults } from "../../scripts/test/count-results.mjs";

test("vitest's closing lines are counted, colours or not", () => {
  const output =
    "\u001b[2m Test Files \u001b[22m 1 failed | 3 passed (4)\n      Tests  2 failed | 41 passed (43)\n   Duration  1.2s\n";
  const { passed, failed, closing } = countResults("vitest", output, 1);
  assert.deepEqual({ passed, failed }, { passed: 41, failed: 2 });
  assert.equal(closing.length, 3);
});

test("the node runner's closing lines are counted", () => {
  const { passed, failed } = countResults("node", "ℹ tests 3\nℹ pass 2\nℹ fail 1\n", 1);
  assert.deepEqual({ passed, failed }, { passed: 2, failed: 1 });
});

test("Playwright's closing lines are counted", () => {
  const { passed, failed } = countResults(
    "playwright",
    "  1 failed\n    a.spec.ts\n  12 passed (40.1s)\n",
    1,
  );
  assert.deepEqual({ passed, failed }, { passed: 12, failed: 1 });
});

test("a runner that fails before any test counts as a failure", () => {
  assert.equal(countResults("vitest", "Error: no such project\n", 1).failed, 1);
});

test("a runner that ran nothing is a failure although it ended well", () => {
  assert.equal(countResults("playwright", "", 0).failed, 1);
});
