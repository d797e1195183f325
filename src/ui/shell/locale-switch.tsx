"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { localeCookie, locales } from "@/i18n/locale";
import classes from "./shell.module.css";

const aYear = 60 * 60 * 24 * 365;

/** Names the other language in that language, so that a reader who cannot read this one finds it. */
export function LocaleSwitch() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const router = useRouter();
  const other = locales.find((candidate) => candidate !== locale) ?? "en";
  const choose = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
    document.cookie = `${localeCookie}=${other}; path=/; max-age=${aYear}; samesite=lax`;
    router.refresh();
  };
  return (
    <button type="button" lang={other} className={classes.switch} onClick={choose}>
      {t(`languageName.${other}`)}
    </button>
  );
}
