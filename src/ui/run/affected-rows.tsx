"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useTRPC } from "../trpc";
import { useMeasures } from "../use-measures";
import type { KeptFinding, RunDetail } from "../wire";
import classes from "./figures.module.css";
import { reportOf } from "./report-of";

/** The rows that a finding is about, those whose cells are stored, without the columns that none of them fills. */
export function AffectedRows({ run, finding }: { run: RunDetail; finding: KeptFinding }) {
  const t = useTranslations("run.table");
  const { number } = useMeasures();
  const trpc = useTRPC();
  const { data, isPending } = useQuery(
    trpc.runs.affectedRows.queryOptions({ runId: run.runId, findingId: finding.id }),
  );
  const stored = (data ?? []).flatMap(({ row, cells }) => (cells ? [{ row, cells }] : []));
  if (stored.length === 0)
    return <p className={panel.quiet}>{isPending ? t("loadingRows") : t("noRowCells")}</p>;
  const names = reportOf(run)?.columns.map(({ name }) => name) ?? [];
  const width = Math.max(...stored.map(({ cells }) => cells.length));
  const filled = Array.from({ length: width }, (_, at) => at).filter((at) =>
    stored.some(({ cells }) => (cells[at] ?? "") !== ""),
  );
  return (
    <div className={panel.tight} data-testid="affected-rows">
      <strong className={panel.small}>{t("otherRows")}</strong>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className={classes.rows} tabIndex={0} aria-label={t("otherRows")}>
        <table>
          <thead>
            <tr>
              <th scope="col" data-number>
                {t("row")}
              </th>
              {filled.map((at) => (
                <th key={at} scope="col">
                  {names[at] || t("columnNumber", { number: at + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stored.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row" data-number>
                  {number(row)}
                </th>
                {filled.map((at) => (
                  <td key={at}>{at + 1 === finding.column ? <mark>{cells[at]}</mark> : cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {stored.length < finding.affectedRows.length ? (
        <span className={`${panel.quiet} ${panel.small}`}>
          {t("otherRowsShown", { shown: stored.length })}
        </span>
      ) : null}
    </div>
  );
}
