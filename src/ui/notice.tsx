import { IconAlertTriangle, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./panel.module.css";
import type { Severity } from "./severity-mark";

const icons = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle };

/** A line that a person should not miss; announced politely when it appears. */
export function Notice({ severity, children }: { severity: Severity; children: ReactNode }) {
  const Icon = icons[severity];
  return (
    <div className={classes.notice} data-severity={severity} role="status">
      <Icon size={20} stroke={1.75} aria-hidden />
      <span>{children}</span>
    </div>
  );
}
