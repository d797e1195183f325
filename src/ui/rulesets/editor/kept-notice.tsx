import { useTranslations } from "next-intl";
import { Button } from "../../button";
import { Notice } from "../../notice";

interface KeptNoticeProps {
  onRestore: () => void;
  onForget: () => void;
}

/** Offers the text that was left unsaved. Undo takes its return back. */
export function KeptNotice({ onRestore, onForget }: KeptNoticeProps) {
  const t = useTranslations("rulesets.editor");
  return (
    <Notice severity="warning">
      {t("kept")}{" "}
      <Button look="bare" onClick={onRestore}>
        {t("restore")}
      </Button>
      <Button look="bare" onClick={onForget}>
        {t("forget")}
      </Button>
    </Notice>
  );
}
