import type { Severity } from "@/core/findings/finding";
import { formatMoney } from "@/core/findings/format-money";
import { moneyAtStake } from "@/core/findings/money-at-stake";
import type { Lang } from "./settings";
import { textsOf } from "./texts";

/** The money at stake in all findings, in a sentence; null when none has any. */
export function moneyLine(
  totals: readonly { severity: Severity; impact?: number | null | undefined }[],
  currency: string | null,
  lang: Lang,
): string | null {
  const { atStake, missed } = moneyAtStake(totals);
  const texts = textsOf(lang);
  const money = (amount: number) => formatMoney(amount, currency, lang);
  const parts = [
    atStake === null ? null : texts.atStake(money(atStake)),
    missed === null ? null : texts.missed(money(missed)),
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" ") : null;
}
