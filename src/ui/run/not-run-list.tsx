import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import type { Report } from "./report-of";

const checks = ["rows", "rows-after-truncation", "primary-key"] as const;
const reasons = ["binary-file", "empty-file", "open-quote", "record-over", "no-column"] as const;

/** The checks that could not run, each with its reason in words. */
export function NotRunList({ notRun }: { notRun: Report["notRun"] }) {
  const t = useTranslations("run.columns");
  const checkText = (check: string) => {
    const known = checks.find((name) => name === check);
    return known ? t(`check.${known}`) : check;
  };
  const reasonText = (reason: string) => {
    const known = reasons.find((name) => reason.startsWith(name));
    return known ? t(`why.${known}`, { detail: reason.slice(known.length + 1) }) : reason;
  };
  return (
    <section className={panel.tight}>
      <h3>{t("notRun")}</h3>
      <ul className={panel.prose}>
        {notRun.map(({ check, reason }) => (
          <li key={`${check} ${reason}`}>
            {checkText(check)} {reasonText(reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}
