/** Next leaves by `process.exit` as soon as its last socket is closed: from now on that waits for `work`. */
export function holdExit(work: Promise<void>): void {
  const leave = process.exit.bind(process);
  const leaveAfter = (code?: number | string | null) => {
    work.then(
      () => leave(code),
      () => leave(code),
    );
  };
  process.exit = leaveAfter as typeof process.exit;
}
