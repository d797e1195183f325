"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ConnectionNotice } from "../connection-notice";
import { Notice } from "../notice";
import panel from "../panel.module.css";
import { SeverityCounts } from "../severity-counts";
import type { FindingsPage, RunDetail, Total } from "../wire";
import { Announcer } from "./announcer";
import classes from "./run.module.css";
import { RunActions } from "./run-actions";
import { RunFacts } from "./run-facts";
import { RunTabs } from "./run-tabs";
import { useFindings, useTotals } from "./use-findings";
import { useWatchRun } from "./use-watch-run";
import { Verdict } from "./verdict";

// Most runs that are opened are over.
const StageBar = dynamic(() => import("./stage-bar").then((part) => part.StageBar));

export interface RunViewProps {
  initial: RunDetail;
  findings: FindingsPage;
  totals: Total[];
}

export function RunView({ initial, findings, totals }: RunViewProps) {
  const t = useTranslations("run");
  const { run, line, pace, lost, gone } = useWatchRun(initial);
  const exact = useTotals(run.runId, totals);
  const first = useFindings(run, {}, findings);
  return (
    <div className={panel.stack}>
      <header className={panel.tight}>
        <Link href="/runs" className={`${panel.small} ${classes.back}`}>
          {t("back")}
        </Link>
        {run.batchId ? (
          <Link href={`/batches/${run.batchId}`} className={`${panel.small} ${classes.back}`}>
            {t("toBatch")}
          </Link>
        ) : null}
        <p className={classes.fileName} data-testid="file-name">
          {run.fileName}
        </p>
        <Verdict run={run} line={line} first={first.items} totals={exact} />
        <SeverityCounts counts={run.counts} />
      </header>
      <Announcer run={run} />
      {gone ? <Notice severity="warning">{t("deletedElsewhere")}</Notice> : null}
      <ConnectionNotice lost={lost} />
      {run.status === "processing" ? <StageBar run={run} pace={pace} /> : null}
      <RunActions run={run} />
      <RunFacts run={run} />
      <RunTabs run={run} totals={exact} findings={findings} first={first.items} />
    </div>
  );
}
