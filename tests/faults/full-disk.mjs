// Loaded before a process's own code where the test may mount no small disk: a file written through a stream finds the
// disk full after FULL_AFTER bytes.
import { WriteStream } from "node:fs";

const room = Number(process.env.FULL_AFTER);
const written = new WeakMap();
const { _write: write, _writev: writev } = WriteStream.prototype;

function isFull(stream, bytes) {
  const total = (written.get(stream) ?? 0) + bytes;
  written.set(stream, total);
  return total > room;
}

const full = () =>
  Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });

WriteStream.prototype._write = function (chunk, encoding, done) {
  if (isFull(this, chunk.length)) done(full());
  else write.call(this, chunk, encoding, done);
};
WriteStream.prototype._writev = function (chunks, done) {
  const bytes = chunks.reduce((sum, { chunk }) => sum + chunk.length, 0);
  if (isFull(this, bytes)) done(full());
  else writev.call(this, chunks, done);
};
