import type { Check } from "@/check";

/** Prints a tick or a cross for each check as it comes, and what to do about a cross. Resolves to the exit code: 1 when a cross is left. */
export async function tellChecks(checks: AsyncIterable<Check>): Promise<number> {
  let crosses = 0;
  for await (const { name, ok, found, fix } of checks) {
    console.log(`${ok ? "✓" : "✗"} ${name}: ${found}`);
    if (ok) continue;
    console.log(`    ${fix}`);
    crosses += 1;
  }
  console.log(crosses === 0 ? "All is well." : `${crosses} to put right.`);
  return crosses === 0 ? 0 : 1;
}
