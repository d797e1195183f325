import { useTranslations } from "next-intl";

const types = [
  "string",
  "integer",
  "number",
  "boolean",
  "date",
  "time",
  "datetime",
  "year",
  "yearmonth",
  "any",
] as const;

/** A field's type as a word of the reader's language. */
export function useTypeWord(): (type: string) => string {
  const t = useTranslations("types");
  return (type) => {
    const known = types.find((name) => name === type);
    return known ? t(known) : type;
  };
}
