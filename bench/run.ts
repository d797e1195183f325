import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { core } from "./core";
import { frictionless } from "./frictionless";
import { latency } from "./latency";
import { memory } from "./memory";
import { writeResults } from "./results";
import { speed } from "./speed";

const parts = { speed, memory, latency, core, frictionless };
const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "5" } },
});
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`unknown: ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);

for (const [name, run] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) await run(Number(values.rounds));
console.log(`on ${availableParallelism()} cores, Node ${process.version}`);
if (asked.length === 0) await writeResults(join(import.meta.dirname, "results.json"));
