"use client";

import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import classes from "../run/run.module.css";
import { StakeText } from "../run/stake-text";
import type { Batch } from "../wire";
import { batchWords } from "./batch-words";

interface BatchVerdictProps {
  batch: Batch;
  workers: number | null;
  /** Files that this tab still has to send. */
  uploading: number;
}

/** May these files be sent? In one sentence, then how many errors there are and what is at stake. */
export function BatchVerdict({ batch, workers, uploading }: BatchVerdictProps) {
  const t = useTranslations("batch.verdict");
  const { tone, sentence, details } = batchWords(batch, { workers, uploading });
  const said = t(sentence.key, sentence.figures);
  return (
    <div className={classes.verdict} data-tone={tone}>
      <h1 className={classes.sentence} data-testid="verdict">
        {said}
      </h1>
      {details.map(({ key, figures }) => (
        <p key={key} className={`${panel.quiet} ${panel.prose} ${classes.detail}`}>
          {t(`detail.${key}`, figures)}
        </p>
      ))}
      {sentence.key === "noWorker" ? (
        <p className={`${panel.quiet} ${classes.detail}`}>
          {t("noWorkerDetail")} <code className={panel.inlineCode}>npm start</code>
        </p>
      ) : null}
      <p className={classes.stake} data-testid="stake">
        <StakeText run={batch} stake={batch} />
      </p>
      <span role="status" className={classes.unseen}>
        {batch.state === "finished" ? said : ""}
      </span>
    </div>
  );
}
