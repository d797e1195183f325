const sentences = [
  ["started", /^Attempt (?<attempt>\d+) started$/],
  ["completed", /^Completed$/],
  ["failed", /^Failed$/],
  ["workerDied", /^Failed: its worker died too often$/],
  ["givenBack", /^Given back: the worker is closing$/],
  ["stopped", /^Attempt (?<attempt>\d+) stopped: cancelled or taken over$/],
  ["failedLast", /^Attempt (?<attempt>\d+) failed, the last$/],
  ["failedRetried", /^Attempt (?<attempt>\d+) failed and will be tried again$/],
  ["cancelledBy", /^Cancelled by (?<name>.+)\.$/],
  ["retryBy", /^Retry asked by (?<name>.+)\.$/],
] as const;

export type LogWords = { key: (typeof sentences)[number][0]; values: { attempt: string; name: string } };

/** Which of the sentences that the service writes into a run's log this one is; null for another. */
export function logWords(message: string): LogWords | null {
  for (const [key, form] of sentences) {
    const found = form.exec(message);
    if (found) return { key, values: { attempt: "", name: "", ...found.groups } };
  }
  return null;
}
