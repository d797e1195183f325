// Loaded before the worker's own code. The first BREAK_TIMES threads that tell of rows they have read are ended at that
// moment, as by a fault in native code; the attempt fails then.
import { Worker } from "node:worker_threads";

let left = Number(process.env.BREAK_TIMES);
const emit = Worker.prototype.emit;

Worker.prototype.emit = function (event, ...values) {
  const [message] = values;
  if (left > 0 && event === "message" && message?.kind === "progress" && message.progress.rows > 0) {
    left -= 1;
    this.terminate();
    return true;
  }
  return emit.call(this, event, ...values);
};
