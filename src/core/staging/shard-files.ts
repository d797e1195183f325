import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Line } from "./line-bytes";

/** A staged file that holds every row of the groups it has. */
export interface Shard {
  path: string;
  rows: number;
}

export type ShardFiles = ReturnType<typeof openShardFiles>;

const bytesPerShard = 16 << 20;
/** What all sets together may hold open; a process is often allowed 1,024 files. */
const mostFiles = 256;
const bufferBytes = 64 << 10;
const allBuffers = 4 << 20;

/**
 * Opens files to which lines are written so that all lines of one hash meet in one file, and each file stays small however
 * large the input is. `inputBytes` and the number of sets that are written at once say how many files.
 */
export function openShardFiles({
  dir,
  name,
  inputBytes,
  sets,
}: {
  dir: string;
  name: string;
  inputBytes: number;
  sets: number;
}) {
  const most = Math.max(1, Math.floor(mostFiles / sets));
  const count = Math.min(most, Math.max(1, Math.ceil(inputBytes / bytesPerShard)));
  const size = Math.max(4096, Math.min(bufferBytes, Math.floor(allBuffers / (count * sets))));
  const files = Array.from({ length: count }, (_, i) => {
    const path = join(dir, `${name}-${i}.tsv`);
    return { path, fd: null as number | null, buffer: Buffer.allocUnsafe(size), end: 0, rows: 0 };
  });
  let rows = 0;
  let isWritten = false;
  let isClosed = false;

  function writeAll(fd: number, bytes: Uint8Array, end: number): void {
    for (let done = 0; done < end; ) done += writeSync(fd, bytes, done, end - done);
  }

  /** Most inputs are small: their lines stay in the buffer, and no file is made. */
  function opened(file: (typeof files)[number]): number {
    isWritten = true;
    file.fd ??= openSync(file.path, "w", 0o600);
    return file.fd;
  }

  function flush(file: (typeof files)[number]): void {
    writeAll(opened(file), file.buffer, file.end);
    file.end = 0;
  }

  return {
    /** Writes the line, which needs no end of its own, to the file of the hash. */
    add(line: Line, hash: number): void {
      const file = files[count === 1 ? 0 : hash % count];
      if (!file) return;
      const { bytes } = line;
      const length = line.end() + 1;
      bytes[length - 1] = 10;
      if (file.end + length > size) flush(file);
      if (length > size) writeAll(opened(file), bytes, length);
      else {
        const { buffer, end } = file;
        for (let i = 0; i < length; i++) buffer[end + i] = bytes[i] ?? 0;
        file.end = end + length;
      }
      file.rows++;
      rows++;
    },
    rows: () => rows,
    /** All lines in the order in which they were added, while there are so few that no file was written; else null. */
    held(): Uint8Array | null {
      const [only] = files;
      return only && count === 1 && !isWritten ? only.buffer.subarray(0, only.end) : null;
    },
    /** Writes what is buffered and gives the files, those without rows too; nothing may be added after. */
    finish(): Shard[] {
      if (!isClosed) for (const file of files) flush(file);
      this.close();
      return files.map(({ path, rows: count }) => ({ path, rows: count }));
    },
    close(): void {
      if (isClosed) return;
      isClosed = true;
      for (const { fd } of files) if (fd !== null) closeSync(fd);
    },
  };
}

/** Frees the disk of a staged file that has been looked at. */
export function dropShard({ path }: Shard): void {
  rmSync(path, { force: true });
}
