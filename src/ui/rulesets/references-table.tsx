import { useLocale, useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useTypeWord } from "../use-type-word";
import type { ReadableRuleset } from "./readable-ruleset";

export interface KeptTable {
  path: string;
  rows: number;
}

interface ReferencesTableProps {
  ruleset: ReadableRuleset;
  version: number;
  tables: readonly KeptTable[];
}

/** The reference tables of a ruleset: columns, rows, days in force, and a way to each. */
export function ReferencesTable({ ruleset, version, tables }: ReferencesTableProps) {
  const t = useTranslations("rulesets.references");
  const typeWord = useTypeWord();
  const locale = useLocale();
  const count = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA");
  const address = (path: string) =>
    `/api/rulesets/${encodeURIComponent(ruleset.id)}/tables/${encodeURIComponent(path)}?version=${version}`;
  return (
    <div className={`${panel.panel} ${panel.scroll}`}>
      <table className={panel.table} aria-label={t("title")} data-testid="references">
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("columns")}</th>
            <th scope="col" className={panel.number}>
              {t("rows")}
            </th>
          </tr>
        </thead>
        <tbody>
          {ruleset.references.map(({ name, path, schema, key, validFrom, validTo }) => {
            const kept = tables.find((table) => table.path === path);
            return (
              <tr key={name}>
                <td className={panel.name}>
                  <strong>{name}</strong>
                  <div className={panel.small}>
                    {kept ? (
                      <a href={address(path)} download aria-label={t("download", { path })}>
                        {path}
                      </a>
                    ) : (
                      `${path}: ${t("absent")}`
                    )}
                  </div>
                </td>
                <td>
                  {schema.fields.map((field) => `${field.name} (${typeWord(field.type)})`).join(", ")}
                  <div className={`${panel.quiet} ${panel.small}`}>
                    {t("key", { names: (key ?? schema.primaryKey).join(", ") || "–" })}{" "}
                    {validFrom || validTo
                      ? t("inForce", { from: validFrom ?? "…", to: validTo ?? "…" })
                      : t("always")}
                  </div>
                </td>
                <td className={panel.number}>{kept ? count.format(kept.rows) : "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
