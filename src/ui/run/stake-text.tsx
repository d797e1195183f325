import { IconCoin } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Stake } from "@/core/findings/money-at-stake";
import type { RunDetail } from "../wire";
import classes from "./stake.module.css";
import { useMoney } from "./use-money";

interface StakeTextProps {
  run: Pick<RunDetail, "currency">;
  stake: Stake;
}

/** Money at stake, and apart from it what could still be billed; nothing where there is none. */
export function StakeText({ run, stake: { atStake, missed } }: StakeTextProps) {
  const t = useTranslations("run.money");
  const money = useMoney(run);
  if (atStake === null && missed === null) return null;
  return (
    <span className={classes.stake}>
      <IconCoin size={16} aria-hidden />
      <span className={classes.amounts}>
        {atStake === null ? null : <strong>{t("atStake", { money: money(atStake) })}</strong>}
        {missed === null ? null : <span>{t("missed", { money: money(missed) })}</span>}
      </span>
    </span>
  );
}
