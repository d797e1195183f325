// npm run queue:monitor [-- --watch] [--json] [--every <seconds>]: depth of the queue and what each worker holds.
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { closeDb } from "@/db/client";
import { producer } from "@/queue/producer";
import { queueFigures } from "@/services/queue-figures";
import { figuresText } from "./operate/figures-text";
import { loadSettings } from "./operate/settings";

function toSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds >= 0.1 && seconds <= 3600)) throw new InvalidArgumentError("It must be from 0.1 to 3600.");
  return seconds;
}

async function show({ json, watch }: { json?: true; watch?: true }): Promise<void> {
  const figures = await queueFigures();
  if (json) return console.log(JSON.stringify(figures));
  if (watch && process.stdout.isTTY) console.clear();
  console.log(figuresText(figures));
}

async function main(): Promise<void> {
  const options = new Command("queue:monitor")
    .description(
      "Tell how many jobs wait, are at work, delayed, completed and failed, and what each worker holds.",
    )
    .option("--watch", "again and again, until Ctrl-C")
    .option("--every <seconds>", "how often with --watch", toSeconds, 2)
    .option("--json", "one JSON object a line")
    .parse()
    .opts<{ watch?: true; every: number; json?: true }>();
  loadSettings();
  const leaving = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => leaving.abort());
  try {
    await show(options);
    while (options.watch) {
      await Promise.race([pause(options.every * 1000), once(leaving.signal, "abort")]);
      if (leaving.signal.aborted) break;
      // Someone who watches wants to see it come back.
      await show(options).catch((error: unknown) => console.error(`Not answered: ${reason(error)}`));
    }
  } finally {
    await producer().close();
    await closeDb();
  }
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(reason(error));
    process.exit(1);
  },
);
