import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { median, record, remark } from "./results";
import { backends, type Survival, Survived } from "./resume-child";

/** How long the service stands still after each kind of fault, on both queues, and how many of the faults it survived. */
export async function resume(rounds: number): Promise<void> {
  const all: Survival[] = [];
  for (const backend of backends) {
    const found = await faultsOn(backend, rounds);
    all.push(...found);
    for (const kind of new Set(found.map((one) => one.kind))) {
      const seconds = found.flatMap((one) => (one.kind === kind ? one.seconds : []));
      record(`${kind}, queue in ${backend}, until it goes on`, median(seconds), "s");
    }
  }
  const survived = all.filter(({ isSurvived }) => isSurvived).length;
  remark(`faults survived / tried: ${survived} / ${all.length}`);
  if (survived < all.length) throw new Error("a fault was not survived");
}

/** In a process of its own, since the settings of one name the servers once. */
async function faultsOn(backend: string, rounds: number): Promise<Survival[]> {
  const path = join(import.meta.dirname, "resume-child.ts");
  const child = spawn(process.execPath, ["--import", "tsx", path, backend, String(rounds)], {
    env: { ...process.env, LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  const found: Survival[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const one = Survived.parse(JSON.parse(line));
    const end = one.isSurvived ? "" : ", and did not end as it should";
    console.log(`  ${backend}: ${one.kind}, went on after ${one.seconds.toFixed(2)} s${end}`);
    found.push(one);
  }
  if ((await ended) !== 0) throw new Error(`the faults on ${backend} ended early`);
  return found;
}
