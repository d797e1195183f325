import type { ReactNode } from "react";
import classes from "./field.module.css";

interface SelectFieldProps {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  disabled?: boolean;
  onChange: (value: string) => void;
}

/** The browser's own select: the phone's wheel, the keyboard and the screen reader come with it. */
export function SelectField({ label, value, options, disabled, onChange }: SelectFieldProps): ReactNode {
  return (
    <label className={classes.field}>
      <span className={classes.label}>{label}</span>
      <select
        className={classes.control}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
