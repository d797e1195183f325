import { useFormatter, useTranslations } from "next-intl";

const units = [
  { name: "gb", size: 1e9 },
  { name: "mb", size: 1e6 },
  { name: "kb", size: 1e3 },
] as const;

/** Writes sizes, durations and shares in the reader's format. */
export function useMeasures() {
  const format = useFormatter();
  const t = useTranslations("common");
  return {
    number: (value: number) => format.number(value),
    share: (value: number) => {
      // A share that is not none or all is never rounded to it.
      const shown = value > 0 && value < 1 ? Math.min(Math.max(value, 0.001), 0.999) : value;
      const digits = (shown > 0 && shown < 0.1) || (shown > 0.99 && shown < 1) ? 1 : 0;
      return format.number(shown, { style: "percent", maximumFractionDigits: digits });
    },
    bytes: (value: number) => {
      const unit = units.find((candidate) => value >= candidate.size);
      const amount = format.number(unit ? value / unit.size : value, { maximumFractionDigits: 1 });
      return t("bytes", { value: amount, unit: unit?.name ?? "b" });
    },
    duration: (milliseconds: number) => {
      const seconds = milliseconds / 1000;
      const [value, unit] =
        seconds < 90 ? [seconds, "s"] : seconds < 5400 ? [seconds / 60, "min"] : [seconds / 3600, "h"];
      const digits = seconds < 10 || unit === "h" ? 1 : 0;
      return t("duration", {
        value: format.number(Number(value), { maximumFractionDigits: digits }),
        unit: String(unit),
      });
    },
  };
}
