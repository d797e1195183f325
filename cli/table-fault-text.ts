import { renderFinding } from "@/core/findings/render-finding";
import type { ErrorParams } from "@/errors";
import type { Lang } from "./settings";

type TableFault = NonNullable<ErrorParams["tables"]>[number];

const own: Record<Lang, Record<string, string>> = {
  en: {
    "no-table": "this table was never sent",
    "not-beside": "this table is not beside the ruleset",
    "unnamed-table": "the ruleset names no such table",
    "too-many-rows": "a reference table has at most 100,000 rows",
    "tables-too-large": "with it all tables have more than 16 MB or 2,000,000 cells together",
    "file-too-large": "a reference table has at most 8 MB",
  },
  fr: {
    "no-table": "cette table n’a jamais été envoyée",
    "not-beside": "cette table n’est pas à côté du jeu de règles",
    "unnamed-table": "le jeu de règles ne nomme aucune table ainsi",
    "too-many-rows": "une table de référence a au plus 100 000 lignes",
    "tables-too-large": "avec elle toutes les tables dépassent ensemble 16 Mo ou 2 000 000 de cellules",
    "file-too-large": "une table de référence a au plus 8 Mo",
  },
};

/** What makes a reference table unusable, and where. */
export function tableFaultText({ table, code, row, column }: TableFault, lang: Lang): string {
  const words = own[lang][code] ?? `${titleOf(code, lang)} (${code})`;
  const at = lang === "fr" ? ["ligne", "colonne"] : ["row", "column"];
  const place = [table, row && `${at[0]} ${row}`, column && `${at[1]} ${column}`].filter(Boolean).join(", ");
  return `${place}${lang === "fr" ? " :" : ":"} ${words}`;
}

const titleOf = (code: string, lang: Lang) => renderFinding({ code, params: {}, field: null }, lang).title;
