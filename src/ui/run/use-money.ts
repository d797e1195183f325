import { useLocale } from "next-intl";
import { formatMoney } from "@/core/findings/format-money";
import type { RunDetail } from "../wire";

/** Writes amounts of a run's money in the reader's format. */
export function useMoney({ currency }: Pick<RunDetail, "currency">): (amount: number) => string {
  const locale = useLocale();
  return (amount) => formatMoney(amount, currency, locale);
}
