import { useTranslations } from "next-intl";
import { useState } from "react";
import panel from "../../panel.module.css";
import type { ChartProps } from "./chart";
import classes from "./chart.module.css";
import { useTimeText } from "./use-time-text";

/** The same figures as a table, the newest first. */
export function ChartTable({ title, times, series, format, range }: ChartProps) {
  const t = useTranslations("queue");
  const { full } = useTimeText(range);
  const [open, setOpen] = useState(false);
  const steps = times.map((at, step) => ({ at, step })).reverse();
  return (
    <details className={classes.figures} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("table")}</summary>
      {open ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard.
        <section className={classes.scroll} tabIndex={0} aria-label={title}>
          <table className={panel.table} aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{t("time")}</th>
                {series.map(({ key, label }) => (
                  <th key={key} scope="col" className={panel.number}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {steps.map(({ at, step }) => (
                <tr key={at}>
                  <td className={panel.word}>{full(new Date(at))}</td>
                  {series.map(({ key, values }) => {
                    const value = values[step] ?? null;
                    return (
                      <td key={key} className={panel.number}>
                        {value === null ? "–" : format(value)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </details>
  );
}
