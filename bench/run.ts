import { parseArgs } from "node:util";
import { core } from "./core";
import { removeFiles } from "./files";
import { jobs } from "./jobs";
import { large } from "./large";
import { latency } from "./latency";
import { machineFacts } from "./machine";
import { memory } from "./memory";
import { peers } from "./peers";
import { beginPart, remark, writeResults } from "./results";
import { resume } from "./resume";
import { setScale } from "./scale";
import { sets } from "./sets";
import { small } from "./small";
import { speed } from "./speed";
import { streams } from "./streams";
import { two } from "./two";

const parts = { speed, sets, small, large, two, memory, latency, jobs, streams, resume, core, peers };
const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    scale: { type: "string", default: "1" },
    keep: { type: "boolean", default: false },
    /** Where results.json and RESULTS.md go: bench/ for a whole run at full scale, else nowhere unless it is said. */
    out: { type: "string" },
  },
});
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`unknown: ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
setScale(Number(values.scale));

const machine = await machineFacts();
machine.push(`passes of each figure: ${values.rounds}, of \`large\` at most 3`);
if (Number(values.scale) !== 1)
  machine.push(`files scaled by ${values.scale}: a trial of the bench, figures say nothing`);
const isWhole = asked.length === 0 && Number(values.scale) === 1;
const out = values.out ?? (isWhole ? import.meta.dirname : undefined);
try {
  for (const [name, run] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    beginPart(name);
    try {
      await run(Number(values.rounds));
    } catch (error) {
      // One part must not cost the figures of the others, which took long.
      console.error(error);
      remark(`This part failed: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
    // After each part, since the next may take long.
    if (out !== undefined) await writeResults(out, machine);
  }
} finally {
  if (!values.keep) await removeFiles();
}
for (const fact of machine) console.log(fact);
