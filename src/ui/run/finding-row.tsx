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

interface FindingRowProps {
  index: number;
  measure: ((element: HTMLElement | null) => void) | undefined;
  run: RunDetail;
  finding: KeptFinding;
  open: boolean;
  onToggle: () => void;
}

export function FindingRow({ index, measure, run, finding, open, onToggle }: FindingRowProps) {
  const t = useTranslations("run.table");
  const { tell } = useFindingVoice();
  const { number } = useMeasures();
  const { message, remedy } = tell(finding);
  const { row, line, column, field } = finding;
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
          </div>
          {message}
        </td>
        <td className={`${panel.wide} ${panel.quiet}`}>{remedy}</td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={6} className={classes.detailCell}>
            <FindingDetail run={run} finding={finding} remedy={remedy} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}
