import { useTranslations } from "next-intl";
import { Button } from "../../button";
import { Notice } from "../../notice";
import panel from "../../panel.module.css";
import { SeverityCounts } from "../../severity-counts";
import { errorCodeOf, useReason } from "../../use-reason";
import type { RunDetail, Total } from "../../wire";
import { FindingLinks } from "../finding-links";
import { FindingList } from "../finding-list";
import { StakeText } from "../stake-text";
import { useFindings } from "../use-findings";
import type { FoundDay, Subject } from "./subject-days";
import { useDayWords } from "./use-day-words";

interface DayFindingsProps {
  run: RunDetail;
  totals: Total[];
  subject: Subject;
  chosen: FoundDay | null;
}

/** The kept findings of a subject, of one day or of all. */
export function DayFindings({ run, totals, subject, chosen }: DayFindingsProps) {
  const t = useTranslations("run.days");
  const common = useTranslations("common");
  const reason = useReason();
  const words = useDayWords(run);
  const filter = { subject: subject.key, ...(chosen ? { day: chosen.day ?? "none" } : {}) };
  const { items, loading, error, more, loadingMore } = useFindings(run, filter);
  const name = subject.subject || t("none");
  const title = !chosen
    ? t("findingsOf", { subject: name })
    : chosen.day === null
      ? t("findingsNoDay", { subject: name })
      : t("findingsOfDay", { subject: name, day: words.long(chosen.day) });
  const gathered = chosen ?? subject;
  return (
    <section className={panel.tight} aria-label={title} data-testid="day-findings">
      <div className={panel.between}>
        <h3 aria-live="polite">{title}</h3>
        <FindingLinks run={run} filter={filter} />
      </div>
      <div className={panel.row}>
        <SeverityCounts counts={gathered.counts} />
        {chosen ? <StakeText run={run} stake={gathered} /> : null}
      </div>
      {error ? (
        <Notice severity="warning">{t("failed", { reason: reason(errorCodeOf(error)) })}</Notice>
      ) : null}
      {loading ? (
        <div className={`${panel.panel} ${panel.empty}`}>{common("loading")}</div>
      ) : (
        <FindingList
          run={run}
          items={items}
          money={totals.some(({ impact }) => typeof impact === "number")}
        />
      )}
      {more ? (
        <Button onClick={more} busy={loadingMore} className="no-print">
          {common("loadMore")}
        </Button>
      ) : null}
    </section>
  );
}
