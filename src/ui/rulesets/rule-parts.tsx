import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import panel from "../panel.module.css";
import type { Measure, ReadableRule } from "./readable-rule";

/** An expression within a sentence. */
export const code = (chunks: ReactNode) => <code className={panel.inlineCode}>{chunks}</code>;

/** What a rule asks of the data, in sentences. */
export function RuleSentences({ rule }: { rule: ReadableRule }) {
  const t = useTranslations("rulesets.rule");
  const { kind, when = "", check = "", by, orderBy, key, table = "", validOn = "", where = "" } = rule;
  const format = useFormatter();
  const list = (names: readonly string[]) => format.list(names);
  const scope = when ? "when" : "all";
  const groups = {
    by: by.length > 0 ? "some" : "none",
    names: list(by),
    scope: where ? "where" : "all",
    where,
  };
  switch (kind) {
    case "row":
      return <p>{t.rich("row", { scope, when, check, c: code })}</p>;
    case "reference":
      return (
        <p>
          {t.rich("reference", {
            scope,
            when,
            key: list(key),
            table,
            day: validOn ? "yes" : "no",
            validOn,
            c: code,
          })}
          {check ? <> {t.rich("entry", { check, c: code })}</> : null}
          {Object.keys(rule.narrow).length > 0 ? <> {t("narrow", { columns: pairs(rule.narrow) })}</> : null}
        </p>
      );
    case "group":
      return (
        <>
          <p>{t.rich("group", { ...groups, c: code })}</p>
          <Measures measures={rule.measures} />
          <p>
            {t.rich("must", { scope, when, check, c: code })}
            {rule.mark ? <> {t.rich("mark", { mark: rule.mark, c: code })}</> : null}
          </p>
        </>
      );
    case "sequence":
      return (
        <>
          <p>{t.rich("sequence", { ...groups, order: list(orderBy), c: code })}</p>
          <Measures measures={rule.measures} />
          <p>{t.rich("must", { scope, when, check, c: code })}</p>
        </>
      );
  }
}

const pairs = (narrow: Record<string, string>) =>
  Object.entries(narrow)
    .map(([column, from]) => (column === from ? column : `${column} = ${from}`))
    .join(", ");

function Measures({ measures }: { measures: ReadableRule["measures"] }) {
  const t = useTranslations("rulesets.rule");
  const entries = Object.entries(measures);
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map(([name, measure]) => (
        <li key={name}>
          {code(name)} {t.rich("measure", { ...wordsOf(measure), c: code })}
        </li>
      ))}
    </ul>
  );
}

function wordsOf(measure: Measure) {
  const kinds = ["distinct", "sum", "min", "max"] as const;
  const kind = kinds.find((one) => measure[one] !== undefined) ?? "count";
  const of = kind === "count" ? "" : (measure[kind] ?? "");
  return { kind, of, scope: measure.where ? "where" : "all", where: measure.where ?? "" };
}
