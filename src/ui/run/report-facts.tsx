import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { Report } from "./report-of";
import { useWhyNot } from "./use-why-not";

const delimiterNames = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", " ": "space" } as const;

function delimiterKey(delimiter: string) {
  return Object.entries(delimiterNames).find(([sign]) => sign === delimiter)?.[1];
}

/** How the file was read, and which checks could not run. */
export function ReportFacts({ report }: { report: Report }) {
  const t = useTranslations("run.columns");
  const { number } = useMeasures();
  const why = useWhyNot();
  const known = delimiterKey(report.delimiter);
  const facts = [
    { name: t("encoding"), value: report.encoding, note: report.encodingReason },
    { name: t("delimiter"), value: known ? t(`delimiterName.${known}`) : report.delimiter },
    { name: t("quote"), value: report.quote },
    { name: t("lineEnding"), value: report.lineEnding },
    { name: t("header"), value: t(report.header ? "yes" : "no") },
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
            {report.notRun.map(({ check, reason, rows }) => (
              <li key={`${check} ${reason}`}>
                <code className={panel.inlineCode}>{check}</code> {why(reason, rows)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
