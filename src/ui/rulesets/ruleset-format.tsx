import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import type { ReadableRuleset } from "./readable-ruleset";

/** Where a foreign key leads, as in `Doctor → doctors (id)`. */
function leads({ fields, reference }: ReadableRuleset["schema"]["foreignKeys"][number]): string {
  const target = reference.fields.join(", ");
  return `${fields.join(", ")} → ${reference.resource ? `${reference.resource} (${target})` : target}`;
}

/** File format, keys, empty values, and how findings are gathered by a ruleset, each only where it says something. */
export function RulesetFormat({ ruleset }: { ruleset: ReadableRuleset }) {
  const t = useTranslations("rulesets");
  const { delimiter, quoteChar, header, encoding } = ruleset.dialect;
  const { primaryKey, missingValues, foreignKeys } = ruleset.schema;
  const { overview, currency = "" } = ruleset;
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
    { name: t("foreignKeys"), value: foreignKeys.map(leads).join("; ") },
    { name: t("missing"), value: missing.join(", ") },
    { name: t("overview"), value: [overview?.by, overview?.day].filter((name) => name).join(", ") },
    { name: t("currency"), value: currency },
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
