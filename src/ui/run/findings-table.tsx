"use client";

import { useTranslations } from "next-intl";
import { Button } from "../button";
import { Notice } from "../notice";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { FindingsPage, RunDetail, Total } from "../wire";
import { useRunAddress } from "./address";
import { exactCount } from "./exact-count";
import { FilterBar } from "./filter-bar";
import { FindingList } from "./finding-list";
import type { FindingsFilter } from "./findings-filter";
import { useFindings } from "./use-findings";

interface FindingsTableProps {
  run: RunDetail;
  totals: Total[];
  initial: FindingsPage;
}

/** All kept findings, by filter, in the order in which they were found. */
export function FindingsTable({ run, totals, initial }: FindingsTableProps) {
  const t = useTranslations("run.table");
  const common = useTranslations("common");
  const { number } = useMeasures();
  const [{ severity, code, field }] = useRunAddress();
  const filter: FindingsFilter = {
    ...(severity ? { severity } : {}),
    ...(code ? { code } : {}),
    ...(field ? { field } : {}),
  };
  const { items, loading, more, loadingMore } = useFindings(run, filter, initial);
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
    </div>
  );
}
