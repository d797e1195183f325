"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import classes from "@/ui/panel.module.css";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("error");
  const common = useTranslations("common");
  return (
    <div className={classes.stack}>
      <h1>{t("title")}</h1>
      <p className={classes.prose}>{t("text")}</p>
      {error.digest ? <p className={classes.quiet}>{t("reference", { digest: error.digest })}</p> : null}
      <div>
        <Button look="main" onClick={reset}>
          {common("tryAgain")}
        </Button>
      </div>
    </div>
  );
}
