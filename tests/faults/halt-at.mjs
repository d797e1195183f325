// Loaded before the worker's own code. When the validation thread tells of the stage HALT_AT, the process gets the signal
// HALT_SIGNAL at that very moment: what the thread told is not even written. It happens once in a process's life.
import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";

const { HALT_AT: place, HALT_SIGNAL: signal } = process.env;
const emit = Worker.prototype.emit;
let hasHalted = false;

function isThePlace(message) {
  if (place === "store") return message?.kind === "done";
  if (message?.kind !== "progress") return false;
  return message.progress.stage === place && message.progress.rows > 0;
}

Worker.prototype.emit = function (event, ...values) {
  if (!hasHalted && event === "message" && isThePlace(values[0])) {
    hasHalted = true;
    writeSync(1, `halted at ${place}\n`);
    process.kill(process.pid, signal);
    // The signal of a stop comes a moment later; until then nothing goes on.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  return emit.call(this, event, ...values);
};
