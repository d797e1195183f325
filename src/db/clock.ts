import { performance } from "node:perf_hooks";
import { log } from "@/log";
import { onGlobal } from "@/on-global";
import { db } from "./client";

/** How long one answer of the database is counted on from: two clocks drift apart, and a machine may sleep. */
const trustedMs = 60_000;

interface Reading {
  databaseMs: number;
  /** On the clock of this process that only runs forward. */
  atMs: number;
}

interface Clock {
  reading: Reading | undefined;
  asking: Promise<Reading> | undefined;
}

const clock = () => onGlobal<Clock>("database-clock", () => ({ reading: undefined, asking: undefined }));

/**
 * The time by the database's clock, which is the same for all processes: a clock of one machine that is wrong, or that
 * jumps, moves no deadline. Asks the database at most once a minute and counts on from its answer. Throws when the first
 * question finds no database.
 */
export async function databaseNow(): Promise<Date> {
  const shared = clock();
  const reading = shared.reading ?? (await ask(shared));
  const sinceMs = performance.now() - reading.atMs;
  // Not waited for: the caller may hold the pool's last connection.
  if (sinceMs > trustedMs) ask(shared).catch((err: unknown) => log.debug({ err }, "the clock was not read"));
  return new Date(reading.databaseMs + sinceMs);
}

/** The database's time in so many milliseconds from now; in the past when they are negative. */
export async function databaseIn(ms: number): Promise<Date> {
  return new Date((await databaseNow()).getTime() + ms);
}

/**
 * The earlier of the database's time and this machine's: what is old by both may go. Ages of files are told by the clock of
 * the machine that wrote them, which may be wrong, and whichever is ahead would call a new file old.
 */
export async function earlierNow(): Promise<Date> {
  return new Date(Math.min((await databaseNow()).getTime(), Date.now()));
}

function ask(shared: Clock): Promise<Reading> {
  shared.asking ??= read()
    .then((reading) => {
      shared.reading = reading;
      return reading;
    })
    .finally(() => {
      shared.asking = undefined;
    });
  return shared.asking;
}

async function read(): Promise<Reading> {
  const askedAt = performance.now();
  const [row] = await db().$queryRaw<{ ms: number }[]>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`;
  if (!row) throw new Error("the database did not tell its time");
  return { databaseMs: row.ms, atMs: (askedAt + performance.now()) / 2 };
}
