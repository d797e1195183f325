import { useFormatter, useTranslations } from "next-intl";
import type { RunDetail } from "../../wire";
import { useMoney } from "../use-money";
import type { FoundDay } from "./subject-days";

const plural = { error: "errors", warning: "warnings", info: "infos" } as const;

/** Days and what was found on them, in words. */
export function useDayWords(run: RunDetail) {
  const severity = useTranslations("severity");
  const t = useTranslations("run.money");
  const format = useFormatter();
  const money = useMoney(run);
  return {
    long: (day: string) =>
      format.dateTime(new Date(`${day}T00:00:00Z`), {
        day: "numeric",
        month: "long",
        year: "numeric",
        timeZone: "UTC",
      }),
    counts: ({ counts, atStake, missed }: Omit<FoundDay, "day">): string =>
      [
        ...(["error", "warning", "info"] as const)
          .filter((name) => counts[name] > 0)
          .map((name) => severity(plural[name], { count: counts[name] })),
        ...(atStake === null ? [] : [t("atStake", { money: money(atStake) })]),
        ...(missed === null ? [] : [t("missed", { money: money(missed) })]),
      ].join(", "),
  };
}
