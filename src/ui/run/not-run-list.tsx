import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import type { Report } from "./report-of";

const checks = ["rows", "rows-after-truncation", "primary-key"] as const;
const reasons = [
  "binary-file",
  "empty-file",
  "open-quote",
  "record-over",
  "no-column",
  "not-in-effect",
  "faulty-cells",
  "failed-at-row",
] as const;

/** The checks that could not run, each with its reason in words. */
export function NotRunList({ notRun }: { notRun: Report["notRun"] }) {
  const t = useTranslations("run.columns");
  const checkText = (check: string) => {
    const known = checks.find((name) => name === check);
    if (known) return t(`check.${known}`);
    return check.startsWith("rule:") ? t("check.rule", { id: check.slice("rule:".length) }) : check;
  };
  const reasonText = (reason: string, rows = 0) => {
    const known = reasons.find((name) => reason.startsWith(name));
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
