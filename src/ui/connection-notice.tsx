import { useTranslations } from "next-intl";
import { Notice } from "./notice";

export function ConnectionNotice({ lost }: { lost: boolean }) {
  const t = useTranslations("common");
  return lost ? <Notice severity="warning">{t("lost")}</Notice> : null;
}
