"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { ConnectionNotice } from "../connection-notice";
import { Notice } from "../notice";
import panel from "../panel.module.css";
import run from "../run/run.module.css";
import { SeverityCounts } from "../severity-counts";
import { useTabUploads } from "../uploads/uploads-provider";
import type { Batch, BatchRun } from "../wire";
import { BatchActions } from "./batch-actions";
import { BatchBar } from "./batch-bar";
import { BatchFacts } from "./batch-facts";
import { BatchRuns } from "./batch-runs";
import { BatchVerdict } from "./batch-verdict";
import { FilesToSend } from "./files-to-send";
import { useWatchBatch } from "./use-watch-batch";

interface BatchViewProps {
  initial: Batch;
  runs: BatchRun[];
}

export function BatchView({ initial, runs: initialRuns }: BatchViewProps) {
  const t = useTranslations("batch");
  const { batch, runs, workers, lost, gone } = useWatchBatch(initial, initialRuns);
  const { uploads, remove, removeBatch, retry } = useTabUploads();
  const mine = uploads.filter(({ batchId }) => batchId === batch.batchId);
  const uploading = mine.length;
  const found = batch.counts.error + batch.counts.warning + batch.counts.info;
  // Cancelled or deleted in another tab: what is left to send would be refused, file after file.
  const stop = useEffectEvent(() => removeBatch(batch.batchId));
  const isOff = batch.isCancelled || gone;
  useEffect(() => {
    if (isOff) stop();
  }, [isOff]);
  return (
    <div className={panel.stack}>
      <header className={panel.tight}>
        <Link href={`/runs?batch=${batch.batchId}`} className={`${panel.small} ${run.back}`}>
          {t("inRuns")}
        </Link>
        <p className={run.fileName} data-testid="batch-name">
          {batch.name ?? t("unnamed", { files: batch.expectedFiles ?? batch.files })}
        </p>
        <BatchVerdict batch={batch} workers={workers} uploading={uploading} />
        {found > 0 ? <SeverityCounts counts={batch.counts} /> : null}
      </header>
      {gone ? <Notice severity="warning">{t("deletedElsewhere")}</Notice> : null}
      <ConnectionNotice lost={lost} />
      {batch.state === "finished" ? null : <BatchBar batch={batch} />}
      <BatchActions batch={batch} uploading={uploading} onStop={() => removeBatch(batch.batchId)} />
      <FilesToSend uploads={mine} onRemove={remove} onRetry={retry} />
      <BatchFacts batch={batch} />
      <BatchRuns runs={runs} />
    </div>
  );
}
