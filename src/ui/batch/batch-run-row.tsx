import Link from "next/link";
import panel from "../panel.module.css";
import { RunState } from "../runs/run-state";
import runs from "../runs/runs.module.css";
import { useMeasures } from "../use-measures";
import type { BatchRun } from "../wire";

interface BatchRunRowProps {
  run: BatchRun;
  index: number;
  measure: ((row: HTMLElement | null) => void) | undefined;
}

export function BatchRunRow({ run, index, measure }: BatchRunRowProps) {
  const { number, bytes, duration } = useMeasures();
  const { startedAt, finishedAt } = run;
  const took = startedAt && finishedAt ? Date.parse(finishedAt) - Date.parse(startedAt) : null;
  return (
    <tbody ref={measure} data-index={index}>
      <tr data-status={run.status}>
        <td className={runs.file}>
          <Link href={`/runs/${run.runId}`} className={runs.name} prefetch={false}>
            {run.fileName}
          </Link>
          <div className={`${panel.quiet} ${panel.small}`}>{bytes(run.bytesTotal)}</div>
        </td>
        <td className={runs.state}>
          <RunState run={run} />
        </td>
        <td className={`${panel.number} ${panel.wide}`}>{run.rows > 0 ? number(run.rows) : "–"}</td>
        <td className={`${panel.number} ${panel.wide}`}>{run.errorRows > 0 ? number(run.errorRows) : "–"}</td>
        <td className={`${panel.number} ${panel.wide}`}>{took === null ? "–" : duration(took)}</td>
      </tr>
    </tbody>
  );
}
