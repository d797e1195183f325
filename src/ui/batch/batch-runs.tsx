"use client";

import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { KeyboardEvent } from "react";
import { Button } from "../button";
import panel from "../panel.module.css";
import { RowGap } from "../row-gap";
import { SelectField } from "../select-field";
import { useRowWindow } from "../use-row-window";
import type { BatchRun } from "../wire";
import classes from "./batch.module.css";
import { BatchRunRow } from "./batch-run-row";
import { countVerdicts, runVerdictOf, runVerdicts } from "./run-verdict";

const columns = 5;

// Arrow keys walk from file to file; Enter opens, as on any link.
function walk(event: KeyboardEvent<HTMLTableElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("tbody a")];
  const here = document.activeElement instanceof HTMLElement ? links.indexOf(document.activeElement) : -1;
  const next = links[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The files of a batch, each with what came of it; the filter is in the address. */
export function BatchRuns({ runs }: { runs: BatchRun[] }) {
  const t = useTranslations("batch");
  const [verdict, setVerdict] = useQueryState("verdict", parseAsStringLiteral(runVerdicts));
  const counts = countVerdicts(runs);
  const shown = verdict ? runs.filter((run) => runVerdictOf(run) === verdict) : runs;
  const { table, indexes, before, after, measure } = useRowWindow(shown.length, 60);
  return (
    <section className={panel.tight} aria-labelledby="files">
      <div className={classes.listHead}>
        <h2 id="files">{t("files")}</h2>
        <SelectField
          label={t("filter")}
          value={verdict ?? ""}
          onChange={(value) => void setVerdict(runVerdicts.find((known) => known === value) ?? null)}
          options={[
            { value: "", label: t("filterAll", { count: runs.length }) },
            ...runVerdicts
              .filter((value) => counts[value] > 0 || value === verdict)
              .map((value) => ({ value, label: t(`filterName.${value}`, { count: counts[value] }) })),
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <div className={`${panel.panel} ${panel.empty}`}>
          <strong>{t(verdict ? "emptyFilter" : "empty")}</strong>
          {verdict ? (
            <Button look="bare" onClick={() => void setVerdict(null)}>
              {t("clearFilter")}
            </Button>
          ) : null}
        </div>
      ) : (
        <div className={`${panel.panel} ${panel.scroll}`}>
          <table
            ref={table}
            className={panel.table}
            aria-label={t("files")}
            onKeyDown={walk}
            data-testid="batch-runs"
          >
            <thead>
              <tr>
                <th scope="col">{t("file")}</th>
                <th scope="col">{t("result")}</th>
                <th scope="col" className={`${panel.number} ${panel.wide}`}>
                  {t("rows")}
                </th>
                <th scope="col" className={`${panel.number} ${panel.wide}`}>
                  {t("errorRows")}
                </th>
                <th scope="col" className={`${panel.number} ${panel.wide}`}>
                  {t("duration")}
                </th>
              </tr>
            </thead>
            <RowGap height={before} columns={columns} />
            {indexes.map((index) => {
              const run = shown[index];
              return run ? <BatchRunRow key={run.runId} index={index} measure={measure} run={run} /> : null;
            })}
            <RowGap height={after} columns={columns} />
          </table>
        </div>
      )}
    </section>
  );
}
