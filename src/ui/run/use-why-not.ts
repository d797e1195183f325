import { useTranslations } from "next-intl";

const known = [
  "no-column",
  "not-in-effect",
  "faulty-cells",
  "failed-at-row",
  "open-quote",
  "binary-file",
  "empty-file",
] as const;

/** Says why a check was not made, or not on every row. A reason without words yet is shown as it is. */
export function useWhyNot() {
  const t = useTranslations("run.columns.whyNot");
  return (reason: string, rows = 0): string => {
    const at = reason.indexOf(":");
    const key = known.find((name) => name === (at < 0 ? reason : reason.slice(0, at)));
    return key ? t(key, { detail: reason.slice(at + 1), rows }) : reason;
  };
}
