import { useFormatter } from "next-intl";
import type { RunDetail } from "../../wire";
import type { Month } from "./calendar";
import { DayButton } from "./day-button";
import classes from "./days.module.css";
import type { FoundDay } from "./subject-days";

interface MonthGridProps {
  run: RunDetail;
  month: Month<FoundDay & { day: string }>;
  /** The day whose findings are shown. */
  chosen: string | null | undefined;
  /** The day at which the Tab key enters. */
  stop: string | undefined;
  onChoose: (day: string) => void;
}

// A week of any year, from its Sunday.
const weekdays = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 1, 1 + day)));

/** One month as a table of weeks; a day with findings is a button. */
export function MonthGrid({ run, month, chosen, stop, onChoose }: MonthGridProps) {
  const format = useFormatter();
  const first = new Date(`${month.id}-01T00:00:00Z`);
  return (
    <table className={classes.month}>
      <caption>{format.dateTime(first, { month: "long", year: "numeric", timeZone: "UTC" })}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day.getTime()} scope="col">
              <abbr title={format.dateTime(day, { weekday: "long", timeZone: "UTC" })}>
                {format.dateTime(day, { weekday: "narrow", timeZone: "UTC" })}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a month's weeks have no other name and never move.
          <tr key={index}>
            {week.map((cell, weekday) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor have the squares of a week.
              <td key={weekday}>
                {cell?.found ? (
                  <DayButton
                    run={run}
                    date={cell.date}
                    found={cell.found}
                    isChosen={cell.found.day === chosen}
                    isStop={cell.found.day === stop}
                    onChoose={onChoose}
                  />
                ) : cell ? (
                  <span className={classes.plain}>{cell.date}</span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
