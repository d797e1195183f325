import { z } from "zod";
import { saveRuleset } from "@/db/save-ruleset";
import { producer } from "@/queue/producer";
import { makeRandom } from "../rulesets/generate/random";
import { chaosFile, chaosRuleset } from "../tests/chaos/chaos-file";
import { ownerId } from "../tests/chaos/people";
import { startServers } from "../tests/chaos/servers";
import { signatureOfText } from "../tests/chaos/signature";
import { resumeFaults } from "./resume-faults";
import { strikeOnce } from "./resume-once";

export const backends = ["PostgreSQL", "Redis"] as const;

export const Survived = z.object({
  kind: z.string(),
  /** From the fault until the run went on, or the service answered. */
  seconds: z.number(),
  isSurvived: z.boolean(),
});
export type Survival = z.infer<typeof Survived>;

/** Struck in the middle of the checks, whatever the scale of the bench. */
const rows = 100_000;

// resume-child.ts <PostgreSQL|Redis> <rounds>: prints a line of JSON for each fault.
async function main(backend: (typeof backends)[number], rounds: number): Promise<void> {
  const servers = await startServers(backend === "Redis" ? "redis" : "postgres");
  try {
    await saveRuleset({ ownerId, ruleset: chaosRuleset });
    const text = chaosFile(makeRandom(11), { from: rows, to: rows });
    const expected = await signatureOfText(text);
    for (let round = 0; round < rounds; round += 1)
      for (const fault of resumeFaults(servers)) {
        const survival: Survival = await strikeOnce(fault, { text, expected });
        process.stdout.write(`${JSON.stringify(survival)}\n`);
      }
    await producer().close();
  } finally {
    await servers.stop();
  }
}

const [, path, backend, rounds] = process.argv;
if (path?.endsWith("resume-child.ts")) {
  await main(z.enum(backends).parse(backend), Number(rounds));
  // The database server's own exit hook would else end the program with 0 whatever came before.
  process.exit(0);
}
