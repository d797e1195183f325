import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Part } from "./manifest";

/** Counts and hashes the bytes that pass. */
export function makeMeter() {
  const hash = createHash("sha256");
  let bytes = 0;
  const pass = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { pass, result: (): Part => ({ bytes, sha256: hash.digest("hex") }) };
}

/** Writes a new file that only its owner reads, and has it on the disk when it resolves. */
export async function writePrivately(path: string, ...sources: [Readable, ...Transform[]]): Promise<Part> {
  const meter = makeMeter();
  const target = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
  await pipeline([...sources, meter.pass, target]);
  return meter.result();
}
