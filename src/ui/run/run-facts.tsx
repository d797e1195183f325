import { useTranslations } from "next-intl";
import { Fact } from "../fact";
import { LocalTime } from "../local-time";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { RunDetail } from "../wire";

export function RunFacts({ run }: { run: RunDetail }) {
  const t = useTranslations();
  const { bytes, number, duration } = useMeasures();
  const { startedAt, finishedAt, rulesetId, rulesetVersion } = run;
  const kept = run.fileKept && run.errorCode !== "file-gone";
  const ruleset =
    rulesetId && rulesetVersion
      ? t("runs.rulesetVersion", { id: rulesetId, version: rulesetVersion })
      : t("runs.structureOnly");
  return (
    <dl className={panel.facts} aria-label={t("run.facts")}>
      <Fact name={t("run.rows")}>{number(run.rows)}</Fact>
      <Fact name={t("run.errorRows")}>{number(run.errorRows)}</Fact>
      <Fact name={t("run.size")}>{bytes(run.bytesTotal)}</Fact>
      <Fact name={t("run.ruleset")}>{ruleset}</Fact>
      <Fact name={t("run.fileKept")}>{t(kept ? "run.fileKeptYes" : "run.fileKeptNo")}</Fact>
      {startedAt ? (
        <Fact name={t("run.started")}>
          <LocalTime iso={startedAt} />
        </Fact>
      ) : null}
      {startedAt && finishedAt ? (
        <Fact name={t("run.took")}>{duration(Date.parse(finishedAt) - Date.parse(startedAt))}</Fact>
      ) : null}
    </dl>
  );
}
