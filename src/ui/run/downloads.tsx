import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import type { RunDetail } from "../wire";

const formats = [
  { format: "csv", label: "CSV" },
  { format: "ndjson", label: "NDJSON" },
  { format: "json", label: "JSON" },
] as const;

export function Downloads({ run }: { run: RunDetail }) {
  const t = useTranslations("run");
  if (run.kept === 0) return null;
  return (
    <span className={panel.row}>
      <IconDownload size={16} aria-hidden />
      <span>{t("download")}</span>
      <Button.Group>
        {formats.map(({ format, label }) => (
          <Button
            key={format}
            component="a"
            variant="default"
            href={`/api/validations/${run.runId}/findings?format=${format}`}
            download
            aria-label={t("downloadAs", { format: label })}
          >
            {label}
          </Button>
        ))}
      </Button.Group>
    </span>
  );
}
