import { useTranslations } from "next-intl";
import { Fact } from "../fact";
import { LocalTime } from "../local-time";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { Batch } from "../wire";

export function BatchFacts({ batch }: { batch: Batch }) {
  const t = useTranslations();
  const { bytes, number, duration } = useMeasures();
  const { rulesetId, rulesetVersion, createdAt, finishedAt } = batch;
  const ruleset =
    rulesetId && rulesetVersion
      ? t("runs.rulesetVersion", { id: rulesetId, version: rulesetVersion })
      : t("runs.structureOnly");
  return (
    <dl className={panel.facts} aria-label={t("run.facts")}>
      <Fact name={t("batch.files")}>{number(batch.files)}</Fact>
      <Fact name={t("run.rows")}>{number(batch.rows)}</Fact>
      <Fact name={t("run.errorRows")}>{number(batch.errorRows)}</Fact>
      <Fact name={t("run.size")}>{bytes(batch.bytesTotal)}</Fact>
      <Fact name={t("run.ruleset")}>{ruleset}</Fact>
      <Fact name={t("batch.created")}>
        <LocalTime iso={createdAt} />
      </Fact>
      {finishedAt ? (
        <Fact name={t("run.took")}>{duration(Date.parse(finishedAt) - Date.parse(createdAt))}</Fact>
      ) : null}
    </dl>
  );
}
