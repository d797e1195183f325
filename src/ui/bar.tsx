import classes from "./bar.module.css";

interface BarProps {
  label: string;
  /** 0-100 */
  value: number;
  text?: string;
}

/** A thin measured bar: it stands where the last figure put it. */
export function Bar({ label, value, text }: BarProps) {
  return (
    <div
      className={classes.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(value)}
      aria-valuetext={text}
    >
      <div className={classes.fill} style={{ width: `${value}%` }} />
    </div>
  );
}
