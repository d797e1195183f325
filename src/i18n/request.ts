import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { type Locale, localeCookie, pickLocale } from "./locale";

async function messagesOf(locale: Locale) {
  const file = locale === "fr" ? await import("./messages/fr.json") : await import("./messages/en.json");
  return file.default;
}

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = pickLocale(chosen, (await headers()).get("accept-language"));
  return {
    locale,
    messages: await messagesOf(locale),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
});
