import { useTranslations } from "next-intl";
import { Notice } from "./notice";
import classes from "./panel.module.css";

export function WorkerNotice() {
  const t = useTranslations("runs");
  return (
    <Notice severity="warning">
      {t("noWorker")} <code className={classes.inlineCode}>npm start</code>
    </Notice>
  );
}
