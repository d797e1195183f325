const languages = { en: "en-CA", fr: "fr-CA" } as const;
const formats = new Map<string, Intl.NumberFormat>();

/** An amount as the reader writes it, as in `$1,306.20` and `1 306,20 $`; without a currency, a number with two decimals. */
export function formatMoney(amount: number, currency: string | null, locale: "en" | "fr"): string {
  const known = currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null;
  const key = `${locale} ${known}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(
      languages[locale],
      known
        ? { style: "currency", currency: known, currencyDisplay: "narrowSymbol" }
        : { minimumFractionDigits: 2, maximumFractionDigits: 2 },
    );
    formats.set(key, format);
  }
  return format.format(amount);
}
