export const locales = ["en", "fr"] as const;
export type Locale = (typeof locales)[number];

export const localeCookie = "NEXT_LOCALE";

/** True for a language that the pages are written in. */
export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The reader's language: the one chosen before, else the best of `Accept-Language`, else English. */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return {
        language: tag.toLowerCase().split("-")[0],
        weight: weight ? Number(weight.trim().slice(2)) : 1,
      };
    })
    .sort((a, b) => b.weight - a.weight);
  return wishes.map((wish) => wish.language).find(isLocale) ?? "en";
}
