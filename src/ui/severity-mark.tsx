import { IconAlertTriangle, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import classes from "./severity.module.css";

export type Severity = "error" | "warning" | "info";

const icons = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle };

/** The wire's word for a severity as the closed union. */
export function asSeverity(word: string): Severity {
  return word === "error" || word === "warning" ? word : "info";
}

/** Icon and word, never colour alone. `count` turns "Error" into "214 errors". */
export function SeverityMark({ severity, count }: { severity: Severity; count?: number }) {
  const t = useTranslations("severity");
  const Icon = icons[severity];
  const plural = { error: "errors", warning: "warnings", info: "infos" } as const;
  return (
    <span className={classes.mark} data-severity={severity}>
      <Icon size={16} stroke={2} aria-hidden />
      {count === undefined ? t(severity) : t(plural[severity], { count })}
    </span>
  );
}
