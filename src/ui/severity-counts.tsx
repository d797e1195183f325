import classes from "./severity.module.css";
import { SeverityMark } from "./severity-mark";

const order = ["error", "warning", "info"] as const;

/** The exact counts that are not zero, in order of weight. */
export function SeverityCounts({ counts }: { counts: { error: number; warning: number; info: number } }) {
  return (
    <span className={classes.counts}>
      {order
        .filter((severity) => counts[severity] > 0)
        .map((severity) => (
          <SeverityMark key={severity} severity={severity} count={counts[severity]} />
        ))}
    </span>
  );
}
