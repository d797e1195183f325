import { type Encoding, isUtf16 } from "./encoding-label";
import { readBlocks } from "./read-blocks";
import { countUnits, makeUtf16Decoder } from "./utf16-text";

interface TextBlock {
  bytes: Buffer;
  /** Offset of the first byte in the text. */
  at: number;
}

export type TextWindow = ReturnType<typeof openTextWindow>;

/**
 * The file as bytes that csv-parse understands: its own, or UTF-8 made from UTF-16. Offsets count those bytes; `toFile`
 * turns one into an offset in the file. The last two blocks stay at hand, so that a short way back costs no reading.
 */
export function openTextWindow({
  path,
  encoding,
  start,
}: {
  path: string;
  encoding: Encoding;
  start: number;
}) {
  const wide = isUtf16(encoding) ? encoding : null;
  let source = readBlocks(path, start);
  let decoder = wide ? makeUtf16Decoder(wide) : null;
  let blocks: TextBlock[] = [];
  let head = start;
  let bytesRead = start;
  let ended = false;
  /** A place known in both counts, at or before every place that is still asked for. */
  let known = { at: start, byte: start };
  let restarts = 0;

  async function pull(): Promise<boolean> {
    if (ended) return false;
    const { value, done } = await source.next();
    if (done) ended = true;
    bytesRead += value?.length ?? 0;
    const bytes = decode(value ?? null);
    if (bytes.length === 0) return !ended;
    // A plain block's memory is used again once two more were taken; a decoded one's is its own.
    blocks = blocks.filter((block, i) => i === blocks.length - 1 || (wide && blockEnd(block) > known.at));
    blocks.push({ bytes, at: head });
    head += bytes.length;
    return true;
  }

  function decode(block: Buffer | null): Buffer {
    if (!decoder) return block ?? Buffer.alloc(0);
    const { text } = block ? decoder.write(block) : decoder.end();
    return Buffer.from(text);
  }

  return {
    /** The next bytes from an offset on, at most `max` and at least one; null at the end of the text. */
    async bytesAt(at: number, max: number): Promise<Buffer | null> {
      for (;;) {
        const block = blocks.find((candidate) => at >= candidate.at && at < blockEnd(candidate));
        if (block) return block.bytes.subarray(at - block.at, at - block.at + max);
        if (!(await pull())) return null;
      }
    },
    /** Offset in the file of an offset in the text; asked in rising order but for `seek`. */
    toFile(at: number): number {
      if (!wide) return at;
      for (const block of blocks) {
        if (blockEnd(block) <= known.at) continue;
        const from = known.at - block.at;
        const to = Math.min(at, blockEnd(block)) - block.at;
        if (to <= from) break;
        known = { at: block.at + to, byte: known.byte + 2 * countUnits(block.bytes, from, to) };
      }
      return known.byte;
    },
    /** Goes back to a place known in both counts; reads the file again when it has left the window. */
    async seek(place: { at: number; byte: number }): Promise<void> {
      known = place;
      const [first] = blocks;
      if (!first || place.at >= first.at) return;
      restarts++;
      await source.return(undefined);
      source = readBlocks(path, place.byte);
      decoder = wide ? makeUtf16Decoder(wide) : null;
      blocks = [];
      head = place.at;
      bytesRead = place.byte;
      ended = false;
    },
    restarts: () => restarts,
    /** Offset in the file of what would be read next from the disk. */
    bytesRead: () => bytesRead,
    close: () => source.return(undefined),
  };
}

function blockEnd({ at, bytes }: TextBlock): number {
  return at + bytes.length;
}
