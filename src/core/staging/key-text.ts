import { createHash } from "node:crypto";
import type { Line } from "./line-bytes";

const longKey = 1024;

/** Writes a key's parts as one cell of the line: the parts are told apart, and a long key is its digest. */
export function writeKey(line: Line, parts: readonly string[]): void {
  let length = 0;
  for (const part of parts) length += part.length;
  if (length > longKey) {
    const digest = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
    line.sign("h");
    line.text(digest);
    return;
  }
  for (let i = 0; i < parts.length; i++) {
    if (i > 0) line.sign("s");
    line.text(parts[i] ?? "");
  }
}
