// Loaded before the worker's own code. SIGUSR2 moves this process's wall clock by SHIFT_HOURS, as when a machine's clock is
// set; the clock that only runs forward is left alone, as the system leaves it.
const hours = Number(process.env.SHIFT_HOURS);
const RealDate = Date;
let shiftMs = 0;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shiftMs);
    else super(...given);
  }
  static now() {
    return RealDate.now() + shiftMs;
  }
};

process.on("SIGUSR2", () => {
  shiftMs = hours * 3_600_000;
  process.stdout.write(`the clock moved by ${hours} h\n`);
});
