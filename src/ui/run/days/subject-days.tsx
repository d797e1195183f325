import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { Button } from "../../button";
import panel from "../../panel.module.css";
import { SeverityMark } from "../../severity-mark";
import type { Days, RunDetail } from "../../wire";
import { useRunAddress } from "../address";
import { StakeText } from "../stake-text";
import { monthsOf, walkDays } from "./calendar";
import classes from "./days.module.css";
import { MonthGrid } from "./month-grid";

export type Subject = Days["subjects"][number];
export type FoundDay = Subject["days"][number];

interface SubjectDaysProps {
  run: RunDetail;
  subject: Subject;
  chosen: FoundDay | null;
}

/** One subject's days at fault as months. The days are one stop for the Tab key; arrows, Home and End walk them. */
export function SubjectDays({ run, subject, chosen }: SubjectDaysProps) {
  const t = useTranslations("run.days");
  const grids = useRef<HTMLDivElement>(null);
  const [, setAddress] = useRunAddress();
  const days = subject.days.flatMap(({ day, ...rest }) => (day === null ? [] : [{ ...rest, day }]));
  const name = subject.subject || t("none");
  const choose = (day: string | null) => void setAddress({ subject: subject.key, day, finding: null });
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...(grids.current?.querySelectorAll<HTMLElement>("button[data-day]") ?? [])];
    const focused = document.activeElement;
    const here = focused instanceof HTMLElement ? buttons.indexOf(focused) : -1;
    const to = walkDays(
      event.key,
      days.map(({ day }) => day),
      here,
    );
    if (to === null) return;
    event.preventDefault();
    buttons[to]?.focus();
  };
  const stop = chosen?.day ?? days[0]?.day;
  return (
    <section className={panel.tight} aria-label={t("calendar", { subject: name })}>
      <div className={panel.between}>
        <h2>{name}</h2>
        <StakeText run={run} stake={subject} />
      </div>
      {days.length > 0 ? <Legend subject={subject} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons within take the keys; this moves the focus among them. */}
      <div ref={grids} className={classes.months} onKeyDown={walk} data-testid="calendar">
        {monthsOf(days).map((month) => (
          <MonthGrid
            key={month.id}
            run={run}
            month={month}
            chosen={chosen?.day}
            stop={stop}
            onChoose={choose}
          />
        ))}
      </div>
      <div className={panel.row}>
        {subject.days.some(({ day }) => day === null) ? (
          <Button aria-pressed={chosen !== null && chosen.day === null} onClick={() => choose("none")}>
            {t("noDay")}
          </Button>
        ) : null}
        {chosen ? (
          <Button look="bare" onClick={() => choose(null)}>
            {t("all")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Legend({ subject: { counts } }: { subject: Subject }) {
  const t = useTranslations("run.days");
  return (
    <p className={`${panel.row} ${panel.small} ${panel.quiet}`}>
      {t("legend")}
      {(["error", "warning", "info"] as const)
        .filter((severity) => counts[severity] > 0)
        .map((severity) => (
          <SeverityMark key={severity} severity={severity} />
        ))}
    </p>
  );
}
