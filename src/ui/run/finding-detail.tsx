import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { KeptFinding, RunDetail } from "../wire";
import { AffectedRows } from "./affected-rows";
import { FindingFigures } from "./finding-figures";
import { reportOf } from "./report-of";
import { RowCells } from "./row-cells";
import classes from "./run.module.css";

const affectedShown = 200;

interface FindingDetailProps {
  run: RunDetail;
  finding: KeptFinding;
  remedy: string;
}

/** Where a finding sits: the row as it is in the file, the other rows concerned, and what to do. */
export function FindingDetail({ run, finding, remedy }: FindingDetailProps) {
  const t = useTranslations("run.table");
  const { number } = useMeasures();
  const { cells, affectedRows, byte, line, code } = finding;
  const places = [
    line === null ? null : `${t("line")} ${number(line)}`,
    byte === null ? null : t("byte", { byte: number(byte) }),
    `${t("code")} ${code}`,
  ];
  return (
    <div className={panel.tight} data-testid="finding-detail">
      <p className={panel.prose}>{remedy}</p>
      {cells ? (
        <RowCells
          cells={cells}
          column={finding.column}
          names={reportOf(run)?.columns.map(({ name }) => name) ?? []}
        />
      ) : (
        <p className={panel.quiet}>{t("noCells")}</p>
      )}
      <FindingFigures run={run} finding={finding} />
      {affectedRows.length > 1 ? <AffectedRows run={run} finding={finding} /> : null}
      {affectedRows.length > 0 ? (
        <p className={classes.detail}>
          {t("affected")}: {affectedRows.slice(0, affectedShown).map(number).join(", ")}
          {affectedRows.length > affectedShown ? " …" : ""}
        </p>
      ) : null}
      <p className={`${panel.quiet} ${panel.small}`}>
        {places.filter((place) => place !== null).join(" · ")}
      </p>
    </div>
  );
}
