import { readFile } from "node:fs/promises";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const Package = z.object({ dependencies: z.record(z.string(), z.string()) });

/** What the figures were measured on and with, a fact a line. */
export async function machineFacts(): Promise<string[]> {
  const text = await readFile(join(import.meta.dirname, "../package.json"), "utf8");
  const { dependencies } = Package.parse(JSON.parse(text));
  return [
    `date: ${new Date().toISOString().slice(0, 10)}`,
    `CPU: ${cpus()[0]?.model.trim() ?? "unknown"}, ${availableParallelism()} cores`,
    `memory: ${(totalmem() / 2 ** 30).toFixed(1)} GB`,
    `system: ${type()} ${release()}`,
    `Node ${process.versions.node}, csv-parse ${dependencies["csv-parse"]}, @duckdb/node-api ${dependencies["@duckdb/node-api"]}`,
  ];
}
