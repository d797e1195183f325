import type { Run, RunsEvent, RunsPage } from "../wire";

function holds(pages: RunsPage[], run: Run): boolean {
  return pages.some((page) => page.items.some((item) => item.runId === run.runId));
}

function withRun(run: Run, pages: RunsPage[]): RunsPage[] {
  if (holds(pages, run)) {
    return pages.map((page) => ({
      ...page,
      items: page.items.map((item) =>
        item.runId === run.runId && item.revision <= run.revision ? run : item,
      ),
    }));
  }
  const last = pages.at(-1);
  const oldest = last?.items.at(-1);
  if (oldest && last?.nextCursor && run.createdAt < oldest.createdAt) return pages;
  const [first = { items: [], nextCursor: null }, ...rest] = pages;
  const items = [...first.items, run].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return [{ ...first, items }, ...rest];
}

function withoutMissing(event: Extract<RunsEvent, { kind: "page" }>, pages: RunsPage[]): RunsPage[] {
  const oldest = event.nextCursor ? event.runs.at(-1)?.createdAt : "";
  const told = new Set(event.runs.map((run) => run.runId));
  const stays = (run: Run) => told.has(run.runId) || (oldest !== undefined && run.createdAt < oldest);
  return pages.map((page) => ({ ...page, items: page.items.filter(stays) }));
}

/** The loaded pages of the runs list after one event of the stream. `matches` says which new runs belong in it. */
export function applyRunsEvent(
  pages: RunsPage[],
  event: RunsEvent,
  matches: (run: Run) => boolean,
): RunsPage[] {
  switch (event.kind) {
    case "page":
      return event.runs
        .filter((run) => matches(run) || holds(pages, run))
        .reduce((all, run) => withRun(run, all), withoutMissing(event, pages));
    case "run":
      return matches(event.run) || holds(pages, event.run) ? withRun(event.run, pages) : pages;
    case "deleted":
      return pages.map((page) => ({ ...page, items: page.items.filter((run) => run.runId !== event.runId) }));
    case "snapshot":
      return pages.map((page) => ({
        ...page,
        items: page.items.map((run) =>
          run.runId === event.snapshot.runId && run.revision < event.snapshot.revision
            ? { ...run, ...event.snapshot }
            : run,
        ),
      }));
  }
}
