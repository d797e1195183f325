"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "../button";
import { Notice } from "../notice";
import panel from "../panel.module.css";
import { RowGap } from "../row-gap";
import { useMeasures } from "../use-measures";
import { useRowWindow } from "../use-row-window";
import type { FindingsPage, RunDetail, Total } from "../wire";
import { useRunAddress } from "./address";
import { exactCount } from "./exact-count";
import { FilterBar } from "./filter-bar";
import { FindingRow } from "./finding-row";
import type { FindingsFilter } from "./findings-filter";
import { useFindings } from "./use-findings";

const columns = 6;

interface FindingsTableProps {
  run: RunDetail;
  totals: Total[];
  initial: FindingsPage;
}

// Arrow keys walk from row to row; Enter opens, as on any button.
function walk(event: KeyboardEvent<HTMLTableElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button[aria-expanded]")];
  const here = document.activeElement instanceof HTMLElement ? buttons.indexOf(document.activeElement) : -1;
  const next = buttons[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** All kept findings, by filter, in the order in which they were found. */
export function FindingsTable({ run, totals, initial }: FindingsTableProps) {
  const t = useTranslations("run.table");
  const common = useTranslations("common");
  const { number } = useMeasures();
  const [{ severity, code, field, finding: opened }, setAddress] = useRunAddress();
  const filter: FindingsFilter = {
    ...(severity ? { severity } : {}),
    ...(code ? { code } : {}),
    ...(field ? { field } : {}),
  };
  const { items, loading, more, loadingMore } = useFindings(run, filter, initial);
  const { table, indexes, before, after, measure } = useRowWindow(items.length, 48);
  const total = exactCount(run, totals, filter);
  const all = exactCount(run, totals, {}) ?? 0;
  return (
    <div className={panel.tight}>
      <FilterBar run={run} totals={totals} />
      {run.kept > 0 && run.kept < all && run.status === "completed" ? (
        <Notice severity="info">{t("capped", { kept: number(run.kept), total: number(all) })}</Notice>
      ) : null}
      {total === null || loading ? null : (
        <p className={`${panel.quiet} ${panel.small}`} data-testid="shown">
          {t("shown", { shown: number(items.length), total: number(total) })}
        </p>
      )}
      {items.length === 0 ? (
        <div className={`${panel.panel} ${panel.empty}`}>{loading ? common("loading") : t("empty")}</div>
      ) : (
        <div className={`${panel.panel} ${panel.scroll}`}>
          <table
            ref={table}
            className={panel.table}
            aria-label={t("caption")}
            onKeyDown={walk}
            data-testid="findings"
          >
            <thead>
              <tr>
                <th scope="col" className={panel.number}>
                  {t("row")}
                </th>
                <th scope="col" className={`${panel.number} ${panel.wide}`}>
                  {t("line")}
                </th>
                <th scope="col" className={panel.wide}>
                  {t("column")}
                </th>
                <th scope="col" className={panel.wide}>
                  {t("severity")}
                </th>
                <th scope="col">{t("message")}</th>
                <th scope="col" className={panel.wide}>
                  {t("remedy")}
                </th>
              </tr>
            </thead>
            <RowGap height={before} columns={columns} />
            {indexes.map((index) => {
              const finding = items[index];
              if (!finding) return null;
              const open = finding.id === opened;
              return (
                <FindingRow
                  key={finding.id}
                  index={index}
                  measure={measure}
                  run={run}
                  finding={finding}
                  open={open}
                  onToggle={() =>
                    void setAddress({ finding: open ? null : finding.id }, { history: "replace" })
                  }
                />
              );
            })}
            <RowGap height={after} columns={columns} />
          </table>
        </div>
      )}
      {more ? (
        <Button onClick={more} busy={loadingMore} className="no-print">
          {common("loadMore")}
        </Button>
      ) : null}
    </div>
  );
}
