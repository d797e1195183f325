import type { RunStatus, Stage } from "@/snapshot";
import type { Lang } from "./settings";

interface Texts {
  row: string;
  line: string;
  column: string;
  severity: string;
  message: string;
  severities: Record<"error" | "warning" | "info", string>;
  statuses: Record<RunStatus, string>;
  stages: Record<Stage, string>;
  upload: string;
  batch: string;
  waiting: (position: number | null) => string;
  noWorker: string;
  rows: (count: string) => string;
  wholeFile: string;
  valid: (rows: string) => string;
  validWith: (warnings: string, rows: string) => string;
  invalid: (errors: string, errorRows: string, rows: string) => string;
  fileInvalid: (errors: string) => string;
  notRun: (status: "failed" | "cancelled", reason: string) => string;
  more: (shown: string, total: string, runId: string) => string;
  moreHere: (shown: string, total: string) => string;
  capped: (kept: string, total: string) => string;
  titlesLeftOut: (count: number) => string;
  refusedLeftOut: (count: number, lines: readonly number[]) => string;
  restLeftOut: string;
  faultyWritten: (count: string, path: string) => string;
  soundWritten: (count: string, path: string) => string;
  atStake: (money: string) => string;
  missed: (money: string) => string;
  detached: (runId: string) => string;
  uploadStopped: string;
  runsHead: [string, string, string, string, string, string, string];
  rulesetsHead: [string, string, string];
  noRuns: string;
  noRulesets: string;
  rulesetSaved: (id: string, version: number) => string;
  rulesetUnchanged: (id: string, version: number) => string;
  rulesetWritten: (files: readonly string[], folder: string) => string;
  rulesetSound: (id: string) => string;
  rulesetFaulty: (problems: number) => string;
}

const en: Texts = {
  row: "Row",
  line: "Line",
  column: "Column",
  severity: "Severity",
  message: "Message",
  severities: { error: "error", warning: "warning", info: "info" },
  statuses: {
    queued: "waiting",
    processing: "running",
    completed: "done",
    failed: "failed",
    cancelled: "cancelled",
  },
  stages: { parse: "reading", insert: "loading", rules: "rules", store: "storing" },
  upload: "upload",
  batch: "all files",
  waiting: (position) => (position === null ? "waiting" : `waiting, place ${position}`),
  noWorker: "waiting, no worker is running",
  rows: (count) => `${count} rows`,
  wholeFile: "file",
  valid: (rows) => `valid: nothing is wrong in ${rows} rows.`,
  validWith: (notes, rows) => `valid: no error in ${rows} rows (${notes}).`,
  invalid: (errors, errorRows, rows) => `not valid: ${errors} in ${errorRows} of ${rows} rows.`,
  fileInvalid: (errors) => `not valid: ${errors} in the file itself.`,
  notRun: (status, reason) =>
    status === "failed" ? `could not be checked: ${reason}` : "the run was cancelled.",
  more: (shown, total, runId) =>
    `${shown} of ${total} findings shown. All of them: facnet findings ${runId} --format csv`,
  moreHere: (shown, total) => `${shown} of ${total} findings shown. All of them: --format ndjson`,
  titlesLeftOut: (count) => `${count} lines above the header are left out.`,
  refusedLeftOut: (count, lines) =>
    `${count} records could not be read and are left out, on lines ${list(lines)}.`,
  faultyWritten: (count, path) => `rows with errors, written to ${path}: ${count}`,
  soundWritten: (count, path) => `rows without errors, written to ${path}: ${count}`,
  restLeftOut: "The rest of the file could not be read and is left out.",
  capped: (kept, total) => `${kept} kept of ${total}: all are counted, the first of each kind are stored.`,
  atStake: (money) => `At stake: ${money}.`,
  missed: (money) => `Could still be billed: ${money}.`,
  detached: (runId) => `The run goes on. Follow it again: facnet watch ${runId}`,
  uploadStopped: "The upload was stopped; nothing of it is kept.",
  runsHead: ["Run", "File", "Status", "Rows", "Errors", "Warnings", "When"],
  rulesetsHead: ["Ruleset", "Version", "Title"],
  noRuns: "No file has been checked yet.",
  noRulesets: "No ruleset is stored yet.",
  rulesetSaved: (id, version) => `Saved ${id} as version ${version}.`,
  rulesetUnchanged: (id, version) => `Nothing has changed: ${id} stays at version ${version}.`,
  rulesetWritten: (files, folder) => `written to ${folder}: ${files.join(", ")}`,
  rulesetSound: (id) => `nothing is wrong with the ruleset ${id}.`,
  rulesetFaulty: (problems) =>
    `not a usable ruleset: ${problems} ${problems === 1 ? "problem" : "problems"}.`,
};

const fr: Texts = {
  row: "Ligne",
  line: "Ligne du fichier",
  column: "Colonne",
  severity: "Gravité",
  message: "Ce qui ne va pas",
  severities: { error: "erreur", warning: "avertissement", info: "info" },
  statuses: {
    queued: "en attente",
    processing: "en cours",
    completed: "terminé",
    failed: "échoué",
    cancelled: "annulé",
  },
  stages: { parse: "lecture", insert: "chargement", rules: "règles", store: "enregistrement" },
  upload: "téléversement",
  batch: "tous les fichiers",
  waiting: (position) => (position === null ? "en attente" : `en attente, place ${position}`),
  noWorker: "en attente, aucun processus de travail ne tourne",
  rows: (count) => `${count} lignes`,
  wholeFile: "fichier",
  valid: (rows) => `valide : rien à corriger dans ${rows} lignes.`,
  validWith: (notes, rows) => `valide : aucune erreur dans ${rows} lignes (${notes}).`,
  invalid: (errors, errorRows, rows) => `non valide : ${errors} dans ${errorRows} lignes sur ${rows}.`,
  fileInvalid: (errors) => `non valide : ${errors} dans le fichier lui-même.`,
  notRun: (status, reason) =>
    status === "failed" ? `n’a pas pu être vérifié : ${reason}` : "le contrôle a été annulé.",
  more: (shown, total, runId) =>
    `${shown} constats montrés sur ${total}. Tous : facnet findings ${runId} --format csv`,
  moreHere: (shown, total) => `${shown} constats montrés sur ${total}. Tous : --format ndjson`,
  titlesLeftOut: (count) => `${count} lignes au-dessus de l’en-tête sont laissées de côté.`,
  refusedLeftOut: (count, lines) =>
    `${count} enregistrements illisibles sont laissés de côté, aux lignes ${list(lines)}.`,
  faultyWritten: (count, path) => `lignes avec erreurs, écrites dans ${path} : ${count}`,
  soundWritten: (count, path) => `lignes sans erreur, écrites dans ${path} : ${count}`,
  restLeftOut: "Le reste du fichier n’a pas pu être lu et est laissé de côté.",
  capped: (kept, total) =>
    `${kept} conservés sur ${total} : tous sont comptés, les premiers de chaque sorte sont enregistrés.`,
  atStake: (money) => `En jeu : ${money}.`,
  missed: (money) => `Encore à facturer : ${money}.`,
  detached: (runId) => `Le contrôle continue. Pour le suivre : facnet watch ${runId}`,
  uploadStopped: "Le téléversement est arrêté ; rien n’en est gardé.",
  runsHead: ["Contrôle", "Fichier", "État", "Lignes", "Erreurs", "Avertissements", "Quand"],
  rulesetsHead: ["Jeu de règles", "Version", "Titre"],
  noRuns: "Aucun fichier n’a encore été vérifié.",
  noRulesets: "Aucun jeu de règles n’est enregistré.",
  rulesetSaved: (id, version) => `${id} est enregistré comme version ${version}.`,
  rulesetUnchanged: (id, version) => `Rien n’a changé : ${id} reste à la version ${version}.`,
  rulesetWritten: (files, folder) => `écrit dans ${folder} : ${files.join(", ")}`,
  rulesetSound: (id) => `rien à corriger dans le jeu de règles ${id}.`,
  rulesetFaulty: (problems) =>
    `jeu de règles inutilisable : ${problems} ${problems < 2 ? "problème" : "problèmes"}.`,
};

const listed = 10;

function list(lines: readonly number[]): string {
  return lines.slice(0, listed).join(", ") + (lines.length > listed ? "…" : "");
}

const nouns = {
  en: { error: ["error", "errors"], warning: ["warning", "warnings"], info: ["info", "infos"] },
  fr: { error: ["erreur", "erreurs"], warning: ["avertissement", "avertissements"], info: ["info", "infos"] },
} as const;

/** The terminal's own words in the reader's language. Sentences about findings come from `renderFinding`. */
export const textsOf = (lang: Lang): Texts => (lang === "fr" ? fr : en);

/** A number as the reader writes it. */
export function formatNumber(value: number, lang: Lang): string {
  return new Intl.NumberFormat(lang === "fr" ? "fr-CA" : "en-CA").format(value);
}

/** "1 error", "2 errors", "1 234 erreurs". */
export function countOf(value: number, severity: "error" | "warning" | "info", lang: Lang): string {
  const plural = new Intl.PluralRules(lang).select(value) === "one" ? 0 : 1;
  return `${formatNumber(value, lang)} ${nouns[lang][severity][plural]}`;
}
