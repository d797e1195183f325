import { IconFileDownload } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "../button";
import panel from "../panel.module.css";
import type { RunDetail } from "../wire";

/** Offers the ruleset that can be drafted from the file's columns. */
export function DraftDownload({ run }: { run: RunDetail }) {
  const t = useTranslations("run.columns");
  const locale = useLocale();
  return (
    <p className={panel.row}>
      <ButtonLink
        icon={<IconFileDownload size={16} aria-hidden />}
        href={`/api/validations/${run.runId}/draft-ruleset?lang=${locale}`}
        download
      >
        {t("draft")}
      </ButtonLink>
      <span className={`${panel.quiet} ${panel.small}`}>{t("draftHint")}</span>
    </p>
  );
}
