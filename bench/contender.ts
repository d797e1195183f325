import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const run = promisify(execFile);

/** What one pass of a program over a file took (seconds, MB), how many rows it read and how much it found wrong. */
export const PeerPass = z.object({
  wall: z.number(),
  cpu: z.number().nullable(),
  peak: z.number().nullable(),
  rows: z.number(),
  found: z.number(),
});
export type PeerPass = z.infer<typeof PeerPass>;

/** A program that validates a file. */
export interface Contender {
  name: string;
  pass(path: string): Promise<PeerPass>;
  /** What it does not do that the core does, or does otherwise; said when it is faster. */
  unlike: string;
}

/** One pass by a program of this folder that prints its figures as JSON. */
export async function passOf(command: string, [script, ...args]: [string, ...string[]]): Promise<PeerPass> {
  const isTypeScript = script.endsWith(".ts");
  const file = join(import.meta.dirname, script);
  const { stdout } = await run(command, [...(isTypeScript ? ["--import", "tsx"] : []), file, ...args]);
  return PeerPass.parse(JSON.parse(stdout));
}
