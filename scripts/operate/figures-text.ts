import type { QueueFigures } from "@/services/queue-figures";

const states = ["waiting", "active", "delayed", "completed", "failed"] as const;
const deadAfterSeconds = 15;

/** The queue's figures for a terminal: one line a state, one a worker. */
export function figuresText(figures: QueueFigures): string {
  const { at, backend, isPaused, workers, orphaned } = figures;
  return [
    `${at}  queue in ${backend === "redis" ? "Redis" : "PostgreSQL"}${isPaused ? ", PAUSED" : ""}`,
    ...states.map((state) => `  ${state.padEnd(10)}${String(figures[state]).padStart(8)}`),
    `  workers   ${String(workers.filter(isAlive).length).padStart(8)}`,
    ...workers.map(workerLine),
    ...(orphaned > 0 ? [`    ${orphaned} active with no living worker: taken up again within 25 s`] : []),
  ].join("\n");
}

const isAlive = ({ silentSeconds }: { silentSeconds: number }) => silentSeconds < deadAfterSeconds;

function workerLine(worker: QueueFigures["workers"][number]): string {
  const { id, host, active, silentSeconds } = worker;
  const state = isAlive(worker) ? `seen ${silentSeconds} s ago` : `SILENT for ${silentSeconds} s`;
  return `    ${id.slice(0, 8)}  ${host}  ${active} active, ${state}`;
}
