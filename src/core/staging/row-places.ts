import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";

export interface PlaceInFile {
  line: number;
  byte: number;
}

export type RowPlaces = ReturnType<typeof openRowPlaces>;

const size = 16;
const perBuffer = 4096;

/** Keeps where each row of the file starts, in a file of fixed-width entries, so that a row can be read again by its number. */
export function openRowPlaces(dir: string) {
  const fd = openSync(join(dir, "places.bin"), "w+", 0o600);
  const entries = new Float64Array(2 * perBuffer);
  const bytes = Buffer.from(entries.buffer);
  const entry = new Float64Array(2);
  /** The first row of the buffer, and the row behind the last. */
  let from = 0;
  let next = 0;
  let isClosed = false;

  function flush(): void {
    const end = (next - from) * size;
    for (let done = 0; done < end; ) done += writeSync(fd, bytes, done, end - done, from * size + done);
    from = next;
  }

  return {
    /** Rows come in order; a number that is left out has no place. */
    add(row: number, line: number, byte: number): void {
      if (row !== next || next - from === perBuffer) {
        flush();
        from = row;
      }
      const at = 2 * (row - from);
      entries[at] = byte;
      entries[at + 1] = line;
      next = row + 1;
    },
    /** Where the row starts. */
    find(row: number): PlaceInFile {
      if (from < next) flush();
      readSync(fd, entry, 0, size, row * size);
      const [byte = 0, line = 0] = entry;
      return { byte, line };
    },
    close(): void {
      if (!isClosed) closeSync(fd);
      isClosed = true;
    },
  };
}
