import { useTranslations } from "next-intl";
import { type QueueRange, queueRanges } from "@/queue-range";
import classes from "./queue.module.css";

interface RangeChoiceProps {
  range: QueueRange;
  onChoose: (range: QueueRange) => void;
}

/** The browser's own radio buttons, so that the arrows move between them. */
export function RangeChoice({ range, onChoose }: RangeChoiceProps) {
  const t = useTranslations("queue");
  return (
    <fieldset className={classes.ranges}>
      <legend className={classes.hidden}>{t("range")}</legend>
      {queueRanges.map((name) => (
        <label key={name} className={classes.range}>
          <input type="radio" name="range" checked={name === range} onChange={() => onChoose(name)} />
          <span>{t(`rangeName.${name}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
