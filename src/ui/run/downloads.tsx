import { IconDownload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "../button";
import button from "../button.module.css";
import panel from "../panel.module.css";
import { isOver } from "../run-status";
import type { RunDetail } from "../wire";

const formats = [
  { format: "csv", label: "CSV" },
  { format: "ndjson", label: "NDJSON" },
  { format: "json", label: "JSON" },
] as const;

export function Downloads({ run }: { run: RunDetail }) {
  const t = useTranslations("run");
  // In mid-run a download would be a part, and its coming would move the page.
  if (run.kept === 0 || !isOver(run.status)) return null;
  return (
    <span className={panel.row}>
      <IconDownload size={16} aria-hidden />
      <span>{t("download")}</span>
      <span className={button.group}>
        {formats.map(({ format, label }) => (
          <ButtonLink
            key={format}
            href={`/api/validations/${run.runId}/findings?format=${format}`}
            download
            aria-label={t("downloadAs", { format: label })}
          >
            {label}
          </ButtonLink>
        ))}
      </span>
    </span>
  );
}
