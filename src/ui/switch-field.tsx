import { useId } from "react";
import classes from "./field.module.css";

interface SwitchFieldProps {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function SwitchField({ label, hint, checked, onChange }: SwitchFieldProps) {
  const hintId = useId();
  return (
    <label className={classes.switch}>
      <input
        type="checkbox"
        checked={checked}
        aria-label={label}
        aria-describedby={hintId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        <span id={hintId} className={classes.hint}>
          {hint}
        </span>
      </span>
    </label>
  );
}
