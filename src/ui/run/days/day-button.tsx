import { IconAlertTriangle, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Severity } from "../../severity-mark";
import { useMeasures } from "../../use-measures";
import type { RunDetail } from "../../wire";
import classes from "./days.module.css";
import type { FoundDay } from "./subject-days";
import { useDayWords } from "./use-day-words";

const icons = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle };

const heaviest = ({ error, warning }: FoundDay["counts"]): Severity =>
  error > 0 ? "error" : warning > 0 ? "warning" : "info";

interface DayButtonProps {
  run: RunDetail;
  date: number;
  found: FoundDay & { day: string };
  isChosen: boolean;
  isStop: boolean;
  onChoose: (day: string) => void;
}

/** A day at fault: its date, how many findings it has, and the heaviest kind as an icon; all of it in words for a reader. */
export function DayButton({ run, date, found, isChosen, isStop, onChoose }: DayButtonProps) {
  const t = useTranslations("run.days");
  const { number } = useMeasures();
  const words = useDayWords(run);
  const { counts, day } = found;
  const severity = heaviest(counts);
  const Icon = icons[severity];
  const label = t("dayLabel", { day: words.long(day), counts: words.counts(found) });
  return (
    <button
      type="button"
      className={classes.day}
      data-day={day}
      data-severity={severity}
      aria-pressed={isChosen}
      aria-label={label}
      title={label}
      tabIndex={isStop ? 0 : -1}
      onClick={() => onChoose(day)}
    >
      <span>{date}</span>
      <span className={classes.count}>
        <Icon size={12} stroke={2} aria-hidden />
        {number(counts.error + counts.warning + counts.info)}
      </span>
    </button>
  );
}
