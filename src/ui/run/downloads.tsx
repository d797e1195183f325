import { IconDownload } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import button from "../button.module.css";
import panel from "../panel.module.css";
import { isOver } from "../run-status";
import type { RunDetail } from "../wire";
import classes from "./downloads.module.css";
import { reportOf } from "./report-of";

const formats = [
  { format: "csv", label: "CSV" },
  { format: "ndjson", label: "NDJSON" },
  { format: "json", label: "JSON" },
] as const;

const reports = [
  { format: "frictionless", label: "Frictionless" },
  { format: "facnet", label: "JSON" },
] as const;

function Kind({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className={classes.kind}>
      <span className={classes.name} aria-hidden>
        <IconDownload size={16} />
        {name}
      </span>
      <span className={button.group}>{children}</span>
    </span>
  );
}

/** All that can be taken away from a run that is over: in mid-run it would be a part, and its coming would move the page. */
export function Downloads({ run }: { run: RunDetail }) {
  const t = useTranslations("run");
  const locale = useLocale();
  if (!isOver(run.status)) return null;
  const at = `/api/validations/${run.runId}`;
  const isDone = run.status === "completed" && run.report !== null;
  return (
    <div className={classes.downloads}>
      {run.kept > 0 ? (
        <Kind name={t("download")}>
          {formats.map(({ format, label }) => (
            <ButtonLink
              key={format}
              href={`${at}/findings?format=${format}&lang=${locale}`}
              download
              aria-label={t("downloadAs", { format: label })}
            >
              {label}
            </ButtonLink>
          ))}
        </Kind>
      ) : null}
      {isDone ? (
        <Kind name={t("downloadReport")}>
          {reports.map(({ format, label }) => (
            <ButtonLink
              key={format}
              href={`${at}/report?format=${format}&lang=${locale}`}
              download
              aria-label={t("downloadReportAs", { format: label })}
            >
              {label}
            </ButtonLink>
          ))}
        </Kind>
      ) : null}
      {isDone && run.errorRows + (reportOf(run)?.rowsRefused ?? 0) > 0 ? (
        <RowDownloads run={run} at={`${at}/rows?lang=${locale}`} />
      ) : null}
    </div>
  );
}

/** The faulty rows to mend and, while the file is kept, the sound ones to send. */
function RowDownloads({ run, at }: { run: RunDetail; at: string }) {
  const t = useTranslations("run");
  return (
    <>
      <Kind name={t("downloadRows")}>
        <ButtonLink href={`${at}&part=faulty`} download aria-label={t("faultyRowsAs")}>
          {t("faultyRows")}
        </ButtonLink>
        {run.fileKept ? (
          <ButtonLink href={`${at}&part=sound`} download aria-label={t("soundRowsAs")}>
            {t("soundRows")}
          </ButtonLink>
        ) : null}
      </Kind>
      {run.fileKept ? null : (
        <span className={`${panel.quiet} ${panel.small} ${panel.prose}`}>{t("rowsGone")}</span>
      )}
    </>
  );
}
