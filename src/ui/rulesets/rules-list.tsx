import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import type { ReadableRuleset } from "./readable-ruleset";
import { RuleItem } from "./rule-item";
import classes from "./rules.module.css";

const kinds = ["row", "reference", "group", "sequence"] as const;

/** All rules of a ruleset as sentences, by kind. */
export function RulesList({ ruleset }: { ruleset: ReadableRuleset }) {
  const t = useTranslations("rulesets.rule");
  const { rules, severity, currency } = ruleset;
  return kinds
    .map((kind) => ({ kind, of: rules.filter((rule) => rule.kind === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => (
      <section key={kind} className={panel.tight}>
        <h3>{t(`kinds.${kind}`, { count: of.length })}</h3>
        <ul className={classes.rules}>
          {of.map((rule) => (
            <RuleItem key={rule.id} rule={rule} severity={severity[rule.id]} currency={currency} />
          ))}
        </ul>
      </section>
    ));
}
