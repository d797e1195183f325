import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import { NotRunList } from "./not-run-list";
import type { Report } from "./report-of";

const delimiterNames = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", " ": "space" } as const;

function delimiterKey(delimiter: string) {
  return Object.entries(delimiterNames).find(([sign]) => sign === delimiter)?.[1];
}

/** How the file was read, and which checks could not run. */
export function ReportFacts({ report }: { report: Report }) {
  const t = useTranslations("run.columns");
  const { number } = useMeasures();
  const known = delimiterKey(report.delimiter);
  const endings: Record<string, string> = {
    lf: "LF",
    crlf: "CRLF",
    cr: "CR",
    mixed: t("mixed"),
    none: t("none"),
  };
  const facts = [
    { name: t("encoding"), value: report.encoding.toUpperCase() },
    { name: t("delimiter"), value: known ? t(`delimiterName.${known}`) : report.delimiter },
    { name: t("quote"), value: report.quote },
    { name: t("lineEnding"), value: endings[report.lineEnding] ?? report.lineEnding },
    { name: t("header"), value: t(report.header ? "yes" : "no") },
    ...(report.titleLines > 0 ? [{ name: t("titleLines"), value: number(report.titleLines) }] : []),
    { name: t("records"), value: number(report.records) },
    { name: t("refused"), value: number(report.rowsRefused) },
  ];
  return (
    <>
      <dl className={panel.facts}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || "–"}</dd>
          </div>
        ))}
      </dl>
      {report.notRun.length > 0 ? <NotRunList notRun={report.notRun} /> : null}
    </>
  );
}
