"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import panel from "../panel.module.css";
import { RowGap } from "../row-gap";
import { useRowWindow } from "../use-row-window";
import type { KeptFinding, RunDetail } from "../wire";
import { useRunAddress } from "./address";
import { FindingRow } from "./finding-row";

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

interface FindingListProps {
  run: RunDetail;
  items: KeptFinding[];
  /** Whether any finding of the run has money at stake. */
  money: boolean;
}

/** Findings as a table of which each row opens; the open one is in the address. */
export function FindingList({ run, items, money }: FindingListProps) {
  const t = useTranslations("run.table");
  const [{ finding: opened }, setAddress] = useRunAddress();
  const { table, indexes, before, after, measure } = useRowWindow(items.length, 48);
  const columns = money ? 7 : 6;
  return (
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
            {money ? (
              <th scope="col" className={`${panel.number} ${panel.wide}`}>
                {t("money")}
              </th>
            ) : null}
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
              columns={columns}
              open={open}
              onToggle={() => void setAddress({ finding: open ? null : finding.id }, { history: "replace" })}
            />
          );
        })}
        <RowGap height={after} columns={columns} />
      </table>
    </div>
  );
}
