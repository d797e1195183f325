import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
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
  const facts = [
    { name: t("encoding"), value: report.encoding, note: report.encodingReason },
    { name: t("delimiter"), value: known ? t(`delimiterName.${known}`) : report.delimiter },
    { name: t("quote"), value: report.quote },
    { name: t("lineEnding"), value: report.lineEnding },
    { name: t("header"), value: t(report.header ? "yes" : "no") },
    ...(report.titleLines > 0 ? [{ name: t("titleLines"), value: number(report.titleLines) }] : []),
    { name: t("records"), value: number(report.records) },
    { name: t("refused"), value: number(report.rowsRefused) },
  ];
  return (
    <>
      <dl className={panel.facts}>
        {facts.map(({ name, value, note }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd title={note}>{value || "–"}</dd>
          </div>
        ))}
      </dl>
      {report.notRun.length > 0 ? (
        <section className={panel.tight}>
          <h3>{t("notRun")}</h3>
          <ul className={panel.prose}>
            {report.notRun.map(({ check, reason }) => (
              <li key={`${check} ${reason}`}>
                <code className={panel.inlineCode}>{check}</code> {reason}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
