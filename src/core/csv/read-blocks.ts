import { open } from "node:fs/promises";

const largestBlock = 1 << 20;

/** A file's bytes in large blocks, the next one read while one is worked on. A block holds until two more were taken. */
export async function* readBlocks(path: string, start = 0): AsyncGenerator<Buffer> {
  const handle = await open(path);
  const { size } = await handle.stat();
  const blockBytes = Math.max(1, Math.min(largestBlock, size - start));
  const ring = [
    Buffer.allocUnsafe(blockBytes),
    Buffer.allocUnsafe(blockBytes),
    Buffer.allocUnsafe(blockBytes),
  ];
  try {
    let at = start;
    const readNext = (turn: number) => {
      const block = ring[turn % ring.length] ?? Buffer.allocUnsafe(blockBytes);
      const reading = handle.read(block, 0, blockBytes, at);
      // A failure is met when the block is awaited; a reader that leaves early never awaits it.
      reading.catch(() => {});
      return reading;
    };
    let ahead = readNext(0);
    for (let turn = 1; ; turn++) {
      const { buffer, bytesRead } = await ahead;
      if (bytesRead === 0) return;
      at += bytesRead;
      ahead = readNext(turn);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
