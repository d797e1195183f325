import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import type { Report } from "./report-of";

const checks = ["rows", "rows-after-truncation", "primary-key"] as const;
const named = ["rule", "unique", "foreign-key"] as const;
const reasons = [
  "binary-file",
  "empty-file",
  "too-many-open-quotes",
  "no-column",
  "no-references",
  "not-in-effect",
  "faulty-cells",
  "failed-at-row",
  "no-table",
  "time-limit",
  "failed",
] as const;

/** The checks that could not run, or not on every row, each with its reason in words. */
export function NotRunList({ notRun }: { notRun: Report["notRun"] }) {
  const t = useTranslations("run.columns");
  const checkText = (check: string) => {
    const kind = named.find((name) => check.startsWith(`${name}:`));
    if (kind) return t(`check.${kind}`, { name: check.slice(kind.length + 1) });
    const known = checks.find((name) => name === check);
    return known ? t(`check.${known}`) : check;
  };
  const reasonText = (reason: string, rows = 0) => {
    const known = reasons.find((name) => reason === name || reason.startsWith(`${name}:`));
    return known ? t(`why.${known}`, { detail: reason.slice(known.length + 1), rows }) : reason;
  };
  return (
    <section className={panel.tight}>
      <h3>{t("notRun")}</h3>
      <ul className={panel.prose}>
        {notRun.map(({ check, reason, rows }) => (
          <li key={`${check} ${reason}`}>
            {checkText(check)} {reasonText(reason, rows)}
          </li>
        ))}
      </ul>
    </section>
  );
}
