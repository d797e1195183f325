import { createHash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

export type KeyFiles = ReturnType<typeof openKeyFiles>;

const special = /[\\\t\n\r]/;
const specials = /[\\\t\n\r]/g;
const names: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const longKey = 1024;
const bytesPerShard = 16 << 20;
/** What all keys together may hold open; a process is often allowed 1,024 files. */
const mostFiles = 256;

/**
 * Writes each row's key and place to one of several tab-separated files, chosen by the key, so that equal keys
 * meet in one file and each file stays small however large the input is. `inputBytes` and the number of keys that are
 * gathered at once set how many.
 */
export function openKeyFiles({
  dir,
  name,
  inputBytes,
  keys,
}: {
  dir: string;
  name: string;
  inputBytes: number;
  keys: number;
}) {
  const most = Math.max(1, Math.floor(mostFiles / keys));
  const shards = Math.min(most, Math.max(1, Math.ceil(inputBytes / bytesPerShard)));
  const bufferCharacters = Math.max(4096, Math.min(65536, (1 << 20) / (shards * keys)));
  const files = Array.from({ length: shards }, (_, i) => {
    const path = join(dir, `${name}-${i}.tsv`);
    return { path, fd: openSync(path, "w"), text: "", rows: 0 };
  });
  let rows = 0;
  let closed = false;

  function flush(file: (typeof files)[number]): void {
    if (file.text === "") return;
    // A whole buffer, because a short write of a string cannot be resumed at a character.
    const bytes = Buffer.from(file.text);
    for (let done = 0; done < bytes.length; ) done += writeSync(file.fd, bytes, done);
    file.text = "";
  }

  return {
    /** `parts` are the key's cells, none of them missing. */
    add(parts: readonly string[], row: number, line: number, byte: number): void {
      const key = encodeKey(parts);
      const file = files[shards === 1 ? 0 : hash(key) % shards];
      if (!file) return;
      file.text += `${key}\t${row}\t${line}\t${byte}\n`;
      file.rows++;
      rows++;
      if (file.text.length >= bufferCharacters) flush(file);
    },
    rows: () => rows,
    /** Writes what is buffered and gives the files that hold rows; nothing may be added after. */
    finish(): { path: string; rows: number }[] {
      for (const file of files) flush(file);
      this.close();
      return files.filter((file) => file.rows > 0).map(({ path, rows }) => ({ path, rows }));
    },
    close(): void {
      if (closed) return;
      closed = true;
      for (const file of files) closeSync(file.fd);
    },
  };
}

function encodeKey(parts: readonly string[]): string {
  let key = "";
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? "";
    const safe = special.test(part) ? part.replace(specials, (char) => names[char] ?? char) : part;
    key = i === 0 ? safe : `${key}\\s${safe}`;
  }
  return key.length <= longKey ? key : `\\h${createHash("sha256").update(key).digest("hex")}`;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
