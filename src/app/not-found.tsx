import Link from "next/link";
import { getTranslations } from "next-intl/server";
import classes from "@/ui/panel.module.css";

export default async function NotFound() {
  const t = await getTranslations("notFound");
  return (
    <div className={classes.stack}>
      <h1>{t("title")}</h1>
      <p className={classes.prose}>{t("text")}</p>
      <p className={classes.row}>
        <Link href="/">{t("home")}</Link>
        <Link href="/runs">{t("runs")}</Link>
      </p>
    </div>
  );
}
