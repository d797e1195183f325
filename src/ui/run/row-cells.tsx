import { IconArrowNarrowLeft } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import classes from "./run.module.css";

const most = 60;

interface RowCellsProps {
  cells: string[];
  /** The faulty cell's column, from 1. */
  column: number | null;
  names: string[];
}

/** One row with its labels, the faulty cell marked; of a very wide row the part around that cell. */
export function RowCells({ cells, column, names }: RowCellsProps) {
  const t = useTranslations("run.table");
  const middle = column === null ? 0 : column - 1 - most / 2;
  const from = Math.max(Math.min(middle, cells.length - most), 0);
  const shown = cells.slice(from, from + most);
  return (
    <div className={panel.tight}>
      <strong className={panel.small}>{t("cells")}</strong>
      <dl className={classes.cells}>
        {shown.map((cell, index) => {
          const number = from + index + 1;
          const faulty = number === column;
          return (
            <div key={number} data-faulty={faulty}>
              <dt>{names[number - 1] || t("columnNumber", { number })}</dt>
              <dd>
                {faulty ? <mark data-testid="faulty-cell">{cell || t("emptyCell")}</mark> : cell}
                {!faulty && cell === "" ? <em className={panel.quiet}>{t("emptyCell")}</em> : null}
                {faulty ? (
                  <span className={classes.here}>
                    <IconArrowNarrowLeft size={16} aria-hidden />
                    {t("faulty")}
                  </span>
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
      {shown.length < cells.length ? (
        <span className={`${panel.quiet} ${panel.small}`}>
          {t("cellsShown", { from: from + 1, to: from + shown.length, count: cells.length })}
        </span>
      ) : null}
    </div>
  );
}
