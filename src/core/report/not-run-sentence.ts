import type { FindingLocale } from "../findings/render-finding";
import type { FileReport } from "../validate-file";

interface NotRunWords {
  checks: Record<string, string>;
  /** Checks of which there are several, each by its name. */
  named: Record<string, (name: string) => string>;
  reasons: Record<string, (detail: string, rows: number) => string>;
  join(check: string, reason: string): string;
}

const en: NotRunWords = {
  checks: {
    rows: "the rows",
    "rows-after-truncation": "the rows after the cut",
    "primary-key": "the primary key",
  },
  named: {
    rule: (id) => `the rule ${id}`,
    unique: (fields) => `the key ${fields}`,
    "foreign-key": (fields) => `the reference ${fields}`,
  },
  reasons: {
    "binary-file": () => "the file is not text",
    "empty-file": () => "the file is empty",
    "too-many-open-quotes": () => "too many quotation marks are never closed",
    "no-column": (detail) => `the column “${detail}” is not in the file`,
    "no-references": () => "the tables that it refers to are not read yet",
    "not-in-effect": () => "not in effect on the day of the run",
    "faulty-cells": (_, rows) => `${rows} ${rows === 1 ? "row" : "rows"} left out for a faulty cell`,
    "no-table": (name) => `the reference table ${name} is not at hand`,
    "time-limit": () => "it took longer than it may",
    failed: () => "it could not be worked out",
    "failed-at-row": (detail) => `it could not be worked out at row ${detail}`,
  },
  join: (check, reason) => `Not checked: ${check} (${reason}).`,
};

const fr: NotRunWords = {
  checks: {
    rows: "les lignes",
    "rows-after-truncation": "les lignes après la coupure",
    "primary-key": "la clé primaire",
  },
  named: {
    rule: (id) => `la règle ${id}`,
    unique: (fields) => `la clé ${fields}`,
    "foreign-key": (fields) => `la référence ${fields}`,
  },
  reasons: {
    "binary-file": () => "le fichier n’est pas du texte",
    "empty-file": () => "le fichier est vide",
    "too-many-open-quotes": () => "trop de guillemets ne sont jamais fermés",
    "no-column": (detail) => `la colonne «\u00a0${detail}\u00a0» n’est pas dans le fichier`,
    "no-references": () => "les tables auxquelles elle renvoie ne sont pas encore lues",
    "not-in-effect": () => "pas en vigueur le jour du contrôle",
    "faulty-cells": (_, rows) =>
      `${rows} ${rows < 2 ? "ligne laissée" : "lignes laissées"} de côté pour une cellule fautive`,
    "no-table": (name) => `la table de référence ${name} n’est pas disponible`,
    "time-limit": () => "le temps permis est dépassé",
    failed: () => "elle n’a pas pu être évaluée",
    "failed-at-row": (detail) => `elle n’a pas pu être évaluée à la ligne ${detail}`,
  },
  join: (check, reason) => `Non vérifié\u00a0: ${check} (${reason}).`,
};

const words = { en, fr } as const satisfies Record<FindingLocale, NotRunWords>;

/** Says which check was not made and why; a check or a reason without words of its own is named as it is. */
export function notRunSentence(
  { check, reason, rows = 0 }: FileReport["notRun"][number],
  locale: FindingLocale,
): string {
  const { checks, named, reasons, join } = words[locale];
  const [kind = reason] = reason.split(":", 1);
  const why = reasons[kind]?.(reason.slice(kind.length + 1), rows) ?? reason;
  const [sort = check] = check.split(":", 1);
  return join(named[sort]?.(check.slice(sort.length + 1)) ?? checks[check] ?? check, why);
}
