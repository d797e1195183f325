import { createWriteStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export const contacts = {
  ruleset: "contacts",
  faulty: join("rulesets", "contacts", "sample-faulty.csv"),
  /** Errors in the faulty file, each in a row of its own. */
  errors: 13,
};

/** A copy of the faulty contacts under a name of its own, so that a spec finds its run among the others. */
export async function faultyCopy(path: string): Promise<string> {
  await writeFile(path, await readFile(contacts.faulty));
  return path;
}

/** A file that keeps the worker busy for some seconds: 300,000 rows, one in seven too short, so with findings. */
export async function bigFile(path: string, rows = 300_000): Promise<string> {
  await pipeline(Readable.from(chunks(rows)), createWriteStream(path));
  return path;
}

const columns = 16;

function* chunks(rows: number): Generator<string> {
  yield `${Array.from({ length: columns }, (_, at) => `column_${at + 1}`).join(",")}\n`;
  const cells = Array.from({ length: columns - 2 }, (_, at) => `${at}.25`).join(",");
  for (let from = 1; from <= rows; from += 1000) {
    let chunk = "";
    for (let row = from; row < from + 1000 && row <= rows; row += 1)
      chunk += row % 7 === 0 ? `${row},too short\n` : `${row},"name ${row}",${cells}\n`;
    yield chunk;
  }
}
