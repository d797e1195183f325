import { stripVTControlCharacters } from "node:util";

const lastNumber = (lines, pattern) => {
  for (const line of [...lines].reverse()) {
    const match = pattern.exec(line);
    if (match) return Number(match[1]);
  }
  return null;
};

const patterns = {
  vitest: {
    passed: /^\s*Tests\s.*?(\d+) passed/,
    failed: /^\s*Tests\s.*?(\d+) failed/,
    closing: /^\s*(Test Files|Tests|Duration)\s/,
  },
  node: {
    passed: /^[ℹ#] pass (\d+)/,
    failed: /^[ℹ#] fail (\d+)/,
    closing: /^[ℹ#] (tests|pass|fail|duration_ms) /,
  },
  playwright: {
    passed: /^\s+(\d+) passed \(/,
    failed: /^\s+(\d+) failed$/,
    closing: /^\s+\d+ (passed|failed|flaky|skipped|interrupted|did not run)/,
  },
};

/** What one runner says at its end: { passed, failed, closing }. A runner that fails without a failed test counts as one. */
export function countResults(runner, output, exitCode) {
  const lines = stripVTControlCharacters(output).split("\n");
  const { passed, failed, closing } = patterns[runner];
  const counted = { passed: lastNumber(lines, passed) ?? 0, failed: lastNumber(lines, failed) ?? 0 };
  if (exitCode !== 0 && counted.failed === 0) counted.failed = 1;
  if (exitCode === 0 && counted.passed === 0) {
    return { passed: 0, failed: 1, closing: [`${runner} ran no test`] };
  }
  return { ...counted, closing: lines.filter((line) => closing.test(line)).map((line) => line.trim()) };
}
