"use client";

import { IconChevronRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { asSeverity, SeverityMark } from "../severity-mark";
import { useMeasures } from "../use-measures";
import type { KeptFinding, RunDetail } from "../wire";
import { FindingDetail } from "./finding-detail";
import classes from "./run.module.css";
import { useFindingVoice } from "./use-finding-voice";
import { useMoney } from "./use-money";

interface FindingRowProps {
  index: number;
  measure: ((element: HTMLElement | null) => void) | undefined;
  run: RunDetail;
  finding: KeptFinding;
  /** How many columns the table has: the last, for money, only when there is any. */
  columns: number;
  open: boolean;
  onToggle: () => void;
}

const rowsNamed = 8;

function rowsText(rows: number[], number: (value: number) => string): string {
  return rows.slice(0, rowsNamed).map(number).join(", ") + (rows.length > rowsNamed ? " …" : "");
}

export function FindingRow({ index, measure, run, finding, columns, open, onToggle }: FindingRowProps) {
  const t = useTranslations("run.table");
  const { tell } = useFindingVoice();
  const { number } = useMeasures();
  const { message, remedy } = tell(finding);
  const { row, line, column, field, affectedRows } = finding;
  const money = useMoney(run);
  const place = field ?? (column === null ? "" : t("columnNumber", { number: column }));
  return (
    <tbody ref={measure} data-index={index} data-finding={finding.code}>
      <tr>
        <td className={panel.number}>
          <button
            type="button"
            className={classes.open}
            aria-expanded={open}
            aria-label={row === null ? t("detailsFile") : t("details", { row: number(row) })}
            onClick={onToggle}
          >
            <IconChevronRight size={16} aria-hidden className={classes.chevron} data-open={open} />
            {row === null ? t("wholeFile") : number(row)}
          </button>
        </td>
        <td className={`${panel.number} ${panel.wide}`}>{line === null ? "–" : number(line)}</td>
        <td className={`${panel.wide} ${panel.name}`}>{place || "–"}</td>
        <td className={panel.wide}>
          <SeverityMark severity={asSeverity(finding.severity)} />
        </td>
        <td>
          <div className={classes.narrow}>
            <SeverityMark severity={asSeverity(finding.severity)} /> {place}
            {finding.impact === undefined ? null : <strong> · {money(finding.impact)}</strong>}
          </div>
          {message}
          {affectedRows.length > 1 ? (
            <div className={`${panel.quiet} ${panel.small}`}>
              {t("about", { rows: rowsText(affectedRows, number) })}
            </div>
          ) : null}
        </td>
        <td className={`${panel.wide} ${panel.quiet}`}>{remedy}</td>
        {columns > 6 ? (
          <td className={`${panel.number} ${panel.wide}`}>
            {finding.impact === undefined ? "" : money(finding.impact)}
          </td>
        ) : null}
      </tr>
      {open ? (
        <tr>
          <td colSpan={columns} className={classes.detailCell}>
            <FindingDetail run={run} finding={finding} remedy={remedy} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}
