import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { beat } from "@/db/beat";
import { makeWorker } from "@/queue/backend";
import { producer } from "@/queue/producer";
import { runScript } from "./run-script";

const script = "scripts/monitor-queue.ts";
const patient = { timeout: 10_000, interval: 20 };

/** What `npm run queue:monitor` must tell on either backend. */
export function describeMonitor(backend: "redis" | "postgres"): void {
  const closers: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  afterAll(() => producer().close());

  /** A worker that holds the first job until it is let go, and fails each later one. */
  async function holdOne(name: string) {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let taken = 0;
    const worker = makeWorker(
      async () => {
        taken += 1;
        if (taken === 1) await held;
        else throw new Error("broken");
      },
      { name, concurrency: 1 },
    );
    closers.push(() => worker.close());
    closers.push(async () => release());
    await vi.waitUntil(() => taken === 1, patient);
  }

  it("counts each state, and says what each worker holds", async () => {
    const id = randomUUID();
    await beat({ id, host: "north" });
    for (const fileName of ["a.csv", "b.csv", "c.csv"])
      await producer().enqueue({ runId: randomUUID(), fileName });
    await holdOne(id);

    const { code, output, errors } = await runScript(script, ["--json"]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(JSON.parse(output)).toMatchObject({
      ...{
        backend,
        waiting: 2,
        active: 1,
        delayed: 0,
        completed: 0,
        failed: 0,
        orphaned: 0,
        isPaused: false,
      },
      workers: [{ id, host: "north", active: 1 }],
    });
    expect(output).not.toContain(".csv");

    const plain = await runScript(script);
    expect(plain.output).toMatch(/waiting +2\n +active +1\n/);
    expect(plain.output).toContain(`${id.slice(0, 8)}  north  1 active`);
  });

  it("watches until it is told to stop, a line each time", async () => {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", script, "--watch", "--json", "--every", "0.1"],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const lines: string[] = [];
    createInterface(child.stdout).on("line", (line) => lines.push(line));
    await vi.waitUntil(() => lines.length >= 3, patient);
    const ended = once(child, "exit");
    child.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ backend });
  });
}
