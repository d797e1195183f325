import { parseRuleset } from "@/core/schema/ruleset";
import type { Random } from "../../rulesets/generate/random";

/** Keys and groups of many rows, so that all four stages have work. */
export const chaosRuleset = parseRuleset({
  id: "chaos",
  title: "Chaos",
  schema: {
    fields: [
      { name: "id", type: "integer" },
      { name: "name", type: "string", constraints: { required: true } },
      { name: "amount", type: "number" },
    ],
    primaryKey: "id",
  },
});

/** A file of its own size, with wrong amounts, names that are missing, and keys that come twice. */
export function chaosFile(random: Random, { from, to }: { from: number; to: number }): string {
  const rows = random.whole(from, to);
  const [wrong, bare, twice] = [random.whole(20, 90), random.whole(100, 300), random.whole(100, 300)];
  const lines = ["id,name,amount"];
  for (let row = 1; row <= rows; row += 1) {
    const id = row % twice === 0 ? row - 1 : row;
    lines.push(`${id},${row % bare === 0 ? "" : `name ${row}`},${row % wrong === 0 ? "x" : row}`);
  }
  return `${lines.join("\n")}\n`;
}
