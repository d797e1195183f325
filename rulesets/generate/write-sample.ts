import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { csvLine } from "./csv-text";

/** Writes rows to a CSV file as they are made, so that a file of any length needs the memory of a few. */
export async function writeSample(path: string, rows: Iterable<string[]>, delimiter: string): Promise<void> {
  await pipeline(Readable.from(chunks(rows, delimiter)), createWriteStream(path));
}

function* chunks(rows: Iterable<string[]>, delimiter: string): Generator<string> {
  let chunk = "";
  for (const row of rows) {
    chunk += csvLine(row, { delimiter, lineEnd: "\n" });
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
