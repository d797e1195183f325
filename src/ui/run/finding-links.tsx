import { useLocale, useTranslations } from "next-intl";
import panel from "../panel.module.css";
import type { RunDetail } from "../wire";
import type { FindingsFilter } from "./findings-filter";

const formats = [
  { format: "csv", label: "CSV" },
  { format: "ndjson", label: "NDJSON" },
] as const;

/** Links to the kept findings behind a filter, as files. */
export function FindingLinks({ run, filter }: { run: RunDetail; filter: FindingsFilter }) {
  const t = useTranslations("run.groups");
  const locale = useLocale();
  return (
    <span className={`${panel.row} ${panel.small} no-print`}>
      <span className={panel.quiet}>{t("download")}</span>
      {formats.map(({ format, label }) => (
        <a
          key={format}
          href={`/api/validations/${run.runId}/findings?${new URLSearchParams({ format, lang: locale, ...filter })}`}
          download
        >
          {label}
        </a>
      ))}
    </span>
  );
}
