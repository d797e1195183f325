"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Notice } from "../../notice";
import panel from "../../panel.module.css";
import { useTRPC } from "../../trpc";
import { errorCodeOf, useReason } from "../../use-reason";
import type { RunDetail, Total } from "../../wire";
import { useRunAddress } from "../address";
import { DayFindings } from "./day-findings";
import { SubjectDays } from "./subject-days";
import { SubjectList } from "./subject-list";

interface DaysPanelProps {
  run: RunDetail;
  totals: Total[];
}

/** Whose findings they are and of which day: the subjects, the chosen one's days as a calendar, and its findings. */
export function DaysPanel({ run, totals }: DaysPanelProps) {
  const t = useTranslations("run.days");
  const common = useTranslations("common");
  const reason = useReason();
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.runs.days.queryOptions({ runId: run.runId }));
  const [{ subject: asked, day }] = useRunAddress();
  if (error) return <Notice severity="warning">{t("failed", { reason: reason(errorCodeOf(error)) })}</Notice>;
  if (!data) return <div className={`${panel.panel} ${panel.empty}`}>{common("loading")}</div>;
  const subject = data.subjects.find(({ key }) => key === asked) ?? data.subjects[0];
  if (!subject) return <div className={`${panel.panel} ${panel.empty}`}>{t("empty")}</div>;
  const isKnown = !asked || subject.key === asked;
  const chosen = isKnown ? (subject.days.find((entry) => (entry.day ?? "none") === day) ?? null) : null;
  return (
    <div className={panel.stack}>
      {data.keptOnly ? <Notice severity="info">{t("keptOnly")}</Notice> : null}
      {isKnown ? null : <Notice severity="warning">{t("unknown")}</Notice>}
      <SubjectList run={run} overview={data} chosen={subject.key} />
      <SubjectDays key={subject.key} run={run} subject={subject} chosen={chosen} />
      <DayFindings run={run} totals={totals} subject={subject} chosen={chosen} />
    </div>
  );
}
