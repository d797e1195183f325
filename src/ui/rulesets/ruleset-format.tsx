import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import type { ReadableRuleset } from "./readable-ruleset";

/** File format, empty values and key of a ruleset, each only where it says something. */
export function RulesetFormat({ ruleset }: { ruleset: ReadableRuleset }) {
  const t = useTranslations("rulesets");
  const { delimiter, quoteChar, header, encoding } = ruleset.dialect;
  const { primaryKey, missingValues } = ruleset.schema;
  const format = [
    delimiter ? t("dialectDelimiter", { value: delimiter === "\t" ? "\\t" : delimiter }) : null,
    quoteChar ? t("dialectQuote", { value: quoteChar }) : null,
    header === undefined ? null : t("dialectHeader", { header: header ? "yes" : "no" }),
    encoding ? t("dialectEncoding", { value: encoding }) : null,
  ].filter((part) => part !== null);
  const missing = missingValues.map((value) => value || t("missingEmpty"));
  const facts = [
    { name: t("dialect"), value: format.join(", ") },
    { name: t("key"), value: primaryKey.join(", ") },
    { name: t("missing"), value: missing.join(", ") },
  ].filter(({ value }) => value !== "");
  return (
    <dl className={panel.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
