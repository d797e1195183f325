"use client";

import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { RowGap } from "../row-gap";
import { useMeasures } from "../use-measures";
import { useRowWindow } from "../use-row-window";
import { useTypeWord } from "../use-type-word";
import type { RunDetail } from "../wire";
import { ColumnValues } from "./column-values";
import { DraftDownload } from "./draft-download";
import { ReportFacts } from "./report-facts";
import { type Report, reportOf } from "./report-of";

/** The file's format and the profile of its columns, from the report that comes at the end. */
export function ColumnsPanel({ run }: { run: RunDetail }) {
  const t = useTranslations("run.columns");
  const report = reportOf(run);
  if (!report) return <div className={`${panel.panel} ${panel.empty}`}>{t("wait")}</div>;
  return (
    <div className={panel.stack}>
      <ReportFacts report={report} />
      {report.columns.length > 0 ? <DraftDownload run={run} /> : null}
      <ColumnsTable report={report} />
    </div>
  );
}

function ColumnsTable({ report }: { report: Report }) {
  const t = useTranslations("run.columns");
  const { number, share } = useMeasures();
  const typeWord = useTypeWord();
  const { table, indexes, before, after, measure } = useRowWindow(report.columns.length, 64);
  return (
    <div className={`${panel.panel} ${panel.scroll}`}>
      <table ref={table} className={panel.table} aria-label={t("caption")} data-testid="columns">
        <thead>
          <tr>
            <th scope="col" className={panel.number}>
              #
            </th>
            <th scope="col">{t("name")}</th>
            <th scope="col" className={panel.wide}>
              {t("field")}
            </th>
            <th scope="col">{t("type")}</th>
            <th scope="col" className={panel.number}>
              {t("fits")}
            </th>
            <th scope="col" className={panel.number}>
              {t("empty")}
            </th>
            <th scope="col" className={panel.number}>
              {t("distinct")}
            </th>
            <th scope="col" className={`${panel.number} ${panel.wide}`}>
              {t("length")}
            </th>
            <th scope="col">{t("values")}</th>
          </tr>
        </thead>
        <RowGap height={before} columns={9} />
        {indexes.map((index) => {
          const column = report.columns[index];
          if (!column) return null;
          const { name, field, type, format, fits, empty, distinct, isExact, minLength, maxLength } = column;
          return (
            <tbody key={index} ref={measure} data-index={index}>
              <tr>
                <td className={`${panel.number} ${panel.quiet}`}>{number(index + 1)}</td>
                <td className={panel.name}>{name || "–"}</td>
                <td className={panel.wide}>{field ?? "–"}</td>
                <td className={panel.word} title={format}>
                  {typeWord(type)}
                </td>
                <td className={panel.number}>{share(fits)}</td>
                <td className={panel.number}>{number(empty)}</td>
                <td className={panel.number}>
                  {distinct === null ? "–" : `${isExact ? "" : "≈ "}${number(distinct)}`}
                </td>
                <td className={`${panel.number} ${panel.wide}`}>
                  {minLength === maxLength ? number(maxLength) : `${number(minLength)}–${number(maxLength)}`}
                </td>
                <td>
                  <ColumnValues column={column} />
                </td>
              </tr>
            </tbody>
          );
        })}
        <RowGap height={after} columns={9} />
      </table>
    </div>
  );
}
