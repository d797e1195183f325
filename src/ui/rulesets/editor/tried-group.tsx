import { useLocale, useTranslations } from "next-intl";
import panel from "../../panel.module.css";
import type { RulesetPreview } from "../../wire";
import classes from "./editor.module.css";

interface TriedGroupProps {
  finding: RulesetPreview["findings"][number];
  /** Names of the figures that its rule has. */
  measures: readonly string[];
}

/** As many row numbers as are written out. */
const shownRows = 12;

/** Whose group a finding is about: the values that its rows share, its figures, what is at stake, and its rows. */
export function TriedGroup({ finding, measures }: TriedGroupProps) {
  const t = useTranslations("rulesets.editor.group");
  const numbers = useNumbers();
  const { params, affectedRows = [], impact } = finding;
  const by = params["@by"];
  if (!Array.isArray(by)) return null;
  const count = typeof params.rows === "number" ? params.rows : affectedRows.length;
  const listed = affectedRows.slice(0, shownRows);
  const facts = [...by, ...measures].map((name) => ({ name, value: numbers.written(params[name]) }));
  if (impact !== undefined)
    facts.push({ name: t("impact"), value: numbers.money(impact, params["@currency"]) });
  if (listed.length > 0)
    facts.push({
      name: t("rows", { count }),
      value: `${listed.join(", ")}${count > listed.length ? "…" : ""}`,
    });
  return (
    <dl className={`${classes.group} ${panel.small}`} data-testid="tried-group">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useNumbers() {
  const locale = useLocale() === "fr" ? "fr-CA" : "en-CA";
  return {
    written: (value: unknown) =>
      typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : String(value ?? "–"),
    money: (value: number, currency: unknown) =>
      typeof currency === "string"
        ? new Intl.NumberFormat(locale, {
            style: "currency",
            currency,
            currencyDisplay: "narrowSymbol",
          }).format(value)
        : new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value),
  };
}
