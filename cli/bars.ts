import { MultiBar, type SingleBar } from "cli-progress";
import { batchProgressOf } from "./batch-verdict";
import type { WatchEvent } from "./follow";
import type { BatchEvent } from "./follow-batch";
import type { Settings } from "./settings";
import { formatNumber, textsOf } from "./texts";

export interface FileBar {
  sent(bytes: number, total: number): void;
  follow(event: WatchEvent): void;
  followBatch(event: BatchEvent): void;
  /** A step of a check in this process. */
  checked(step: { stage: keyof typeof localSpans; fraction: number; rows: number }): void;
  /** Takes the bar away; what came of the file is said on stdout. */
  done(): void;
}

/** Progress bars on stderr, one a file in work; nothing at all when stderr is not a terminal. */
export function createBars({ lang }: Pick<Settings, "lang">, { quiet }: { quiet: boolean }) {
  const texts = textsOf(lang);
  const drawn = !quiet && process.stderr.isTTY === true;
  const bars = drawn
    ? new MultiBar({
        stream: process.stderr,
        format: "{name} {bar} {percentage} % {what}",
        barCompleteChar: "█",
        barIncompleteChar: "░",
        barsize: 24,
        hideCursor: true,
        clearOnComplete: true,
        forceRedraw: true,
        // Ctrl-C is the command's own affair.
        gracefulExit: false,
      })
    : null;

  return {
    add(name: string): FileBar {
      const bar: SingleBar | null = bars?.create(100, 0, { name: shorten(name), what: texts.upload }) ?? null;
      return {
        sent: (bytes, total) => bar?.update(total === 0 ? 100 : Math.floor((bytes / total) * 100)),
        follow: (event) => bar?.update(Math.floor(event.snapshot.progress), { what: whatOf(event) }),
        followBatch: ({ batch, workers }) => {
          const isStuck = workers === 0 && batch.queued > 0;
          const what = isStuck ? texts.noWorker : batchProgressOf(batch, lang);
          bar?.update(Math.floor(batch.progress), { what });
        },
        checked: ({ stage, fraction, rows }) => {
          const [from, to] = localSpans[stage];
          const what = `${texts.stages[stage]}, ${texts.rows(formatNumber(rows, lang))}`;
          bar?.update(Math.floor(from + (to - from) * fraction), { what });
        },
        done: () => {
          if (bar) bars?.remove(bar);
        },
      };
    },
    stop: () => bars?.stop(),
  };

  function whatOf({ snapshot, position, workers }: WatchEvent): string {
    if (snapshot.status === "queued") return workers === 0 ? texts.noWorker : texts.waiting(position);
    const stage = snapshot.stage ? texts.stages[snapshot.stage] : texts.statuses[snapshot.status];
    return `${stage}, ${texts.rows(formatNumber(snapshot.rows, lang))}`;
  }
}

/** Percent of a check in this process, where nothing is stored. */
const localSpans = { parse: [0, 80], insert: [80, 95], rules: [95, 100] } as const;
const nameWidth = 24;

function shorten(name: string): string {
  return name.length > nameWidth ? `${name.slice(0, nameWidth - 1)}…` : name.padEnd(nameWidth);
}
