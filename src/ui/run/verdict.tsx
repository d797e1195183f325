"use client";

import { useTranslations } from "next-intl";
import { moneyAtStake } from "@/core/findings/money-at-stake";
import panel from "../panel.module.css";
import { maxAttempts } from "../run-status";
import { useMeasures } from "../use-measures";
import { useNextStep, useReason } from "../use-reason";
import type { KeptFinding, RunDetail, Total } from "../wire";
import classes from "./run.module.css";
import { StakeText } from "./stake-text";
import { useFindingVoice } from "./use-finding-voice";
import type { Line } from "./use-watch-run";

interface VerdictProps {
  run: RunDetail;
  line: Line;
  first: KeptFinding[];
  totals: Total[];
}

/** Can this file be sent? In one sentence, then what to do about it. */
export function Verdict({ run, line, first, totals }: VerdictProps) {
  const { tone, sentence, detail, command } = useVerdict(run, line);
  return (
    <div className={classes.verdict} data-tone={tone}>
      <h1 className={classes.sentence} data-testid="verdict">
        {sentence}
      </h1>
      {detail ? (
        <p className={`${panel.quiet} ${panel.prose} ${classes.detail}`}>
          {detail} {command ? <code className={panel.inlineCode}>{command}</code> : null}
        </p>
      ) : null}
      <p className={classes.stake} data-testid="stake">
        <StakeText run={run} stake={moneyAtStake(totals)} />
      </p>
      {run.status === "completed" && run.counts.error > 0 ? <FirstStep run={run} first={first} /> : null}
      <AttemptNote run={run} />
    </div>
  );
}

function useVerdict(run: RunDetail, { position, workers }: Line) {
  const t = useTranslations("run.verdict");
  const reason = useReason();
  const next = useNextStep();
  const { share } = useMeasures();
  const { counts, rows, errorRows } = run;
  switch (run.status) {
    case "queued":
      if (workers === 0) {
        return {
          tone: "waiting",
          sentence: t("noWorker"),
          detail: t("noWorkerDetail"),
          command: "npm start",
        };
      }
      return {
        tone: "waiting",
        sentence:
          position === null
            ? t("waiting")
            : position === 1
              ? t("waitingNext")
              : t("waitingPlace", { place: position }),
        detail: t("waitingDetail"),
      };
    case "processing":
      return {
        tone: "running",
        sentence: t("running", { rows }),
        detail: t("runningErrors", { count: counts.error }),
      };
    case "failed":
      return {
        tone: "failed",
        sentence: t("failed"),
        detail: `${reason(run.errorCode)} ${next(run.errorCode)}`,
      };
    case "cancelled":
      return {
        tone: "failed",
        sentence: t("cancelled", { progress: share(run.progress / 100) }),
        detail: t(rows > 0 ? "cancelledDetail" : "cancelledEarly"),
      };
    case "completed":
      if (counts.error > 0) {
        const where = errorRows > 0 ? t("errors", { count: counts.error, errorRows, rows }) : null;
        return { tone: "error", sentence: where ?? t("fileErrors", { count: counts.error }), detail: null };
      }
      if (counts.warning > 0) {
        return {
          tone: "warning",
          sentence: t("warnings", { count: counts.warning }),
          detail: t("warningsDetail", { rows }),
        };
      }
      return run.rulesetId
        ? { tone: "clean", sentence: t("clean"), detail: t("cleanDetail", { rows }) }
        : { tone: "clean", sentence: t("structure"), detail: t("structureDetail", { rows }) };
  }
}

function FirstStep({ run, first }: Pick<VerdictProps, "run" | "first">) {
  const t = useTranslations("run.verdict");
  const { tell } = useFindingVoice();
  const errors = first.filter(({ severity }) => severity === "error");
  const weight = (finding: KeptFinding) => run.codes[finding.code] ?? 0;
  const heaviest = [...errors].sort((a, b) => weight(b) - weight(a) || (a.code < b.code ? -1 : 1))[0];
  if (!heaviest) return null;
  const { title, remedy } = tell(heaviest);
  return (
    <p className={`${panel.prose} ${classes.detail}`}>
      {t("start")} <strong>{title}</strong>. {remedy}
    </p>
  );
}

function AttemptNote({ run }: { run: RunDetail }) {
  const t = useTranslations("run");
  const reason = useReason();
  if (run.status === "queued" && run.attempt > 0 && run.errorCode) {
    const why = t("retryWaits", { before: run.attempt, reason: reason(run.errorCode) });
    return <p className={classes.detail}>{why}</p>;
  }
  if (run.status !== "processing" || run.attempt < 2) return null;
  return (
    <p className={classes.detail}>
      <strong>{t("attempt", { attempt: run.attempt, max: maxAttempts })}.</strong>{" "}
      {t("attemptWhy", { before: run.attempt - 1, reason: reason(run.errorCode) })}
    </p>
  );
}
