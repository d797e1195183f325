import { IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { asSeverity, SeverityMark } from "../severity-mark";
import { inLanguage, type ReadableRule } from "./readable-rule";
import { code, RuleSentences } from "./rule-parts";
import classes from "./rules.module.css";

interface RuleItemProps {
  rule: ReadableRule;
  /** As the ruleset has it for this rule, over the rule's own. */
  severity: string | undefined;
  currency: string | undefined;
}

/** One rule to read: what it asks, what it says, and where it comes from. */
export function RuleItem({ rule, severity, currency }: RuleItemProps) {
  const t = useTranslations("rulesets.rule");
  const locale = useLocale();
  const { id, title, source, effective, verified, impact } = rule;
  const said = [
    { name: t("message"), text: inLanguage(rule.message, locale) },
    { name: t("unknown"), text: inLanguage(rule.unknown, locale) },
    { name: t("inactive"), text: inLanguage(rule.inactive, locale) },
    { name: t("solution"), text: inLanguage(rule.solution, locale) },
    { name: t("source"), text: source },
    { name: t("effective"), text: effective && t("period", periodOf(effective)) },
  ].filter(({ text }) => text !== undefined);
  const Mark = verified ? IconCircleCheck : IconCircleDashed;
  return (
    <li
      className={`${panel.panel} ${panel.padded} ${panel.tight} ${classes.rule}`}
      data-testid={`rule-${id}`}
    >
      <div className={panel.between}>
        <h4>{inLanguage(title, locale) ?? id}</h4>
        <span className={panel.row}>
          <SeverityMark severity={asSeverity(severity ?? rule.severity)} />
          <span className={`${classes.verified} ${panel.quiet}`}>
            <Mark size={16} aria-hidden />
            {t(verified ? "verified" : "unverified")}
          </span>
        </span>
      </div>
      <div className={classes.sentences}>
        <RuleSentences rule={rule} />
        {impact ? <p>{t.rich("impact", { impact, currency: currency ?? "", c: code })}</p> : null}
      </div>
      <dl className={classes.texts}>
        {said.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className={`${panel.quiet} ${panel.small}`}>{id}</p>
    </li>
  );
}

function periodOf({ from, to }: NonNullable<ReadableRule["effective"]>) {
  const ends = from && to ? "both" : from ? "from" : "to";
  return { ends, from: from ?? "", to: to ?? "" };
}
