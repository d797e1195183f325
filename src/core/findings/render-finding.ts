import { isCode } from "./codes";
import type { Finding } from "./finding";
import { wordsOf } from "./message";
import { en } from "./messages/en";
import { fr } from "./messages/fr";

const catalogues = { en, fr };

export type FindingLocale = keyof typeof catalogues;

export interface RenderedFinding {
  title: string;
  message: string;
  /** What to change. */
  remedy: string;
}

/** Tells a finding in the reader's language, from its code and params alone. */
export function renderFinding(
  finding: Pick<Finding, "code" | "params" | "field">,
  locale: FindingLocale,
): RenderedFinding {
  const { code, params } = finding;
  if (!isCode(code)) return { title: code, message: code, remedy: "" };
  const { title, message, remedy } = catalogues[locale][code];
  const words = wordsOf(params, locale);
  return { title, message: message(words), remedy: remedy(words) };
}

/** The heading under which findings of one code are grouped. */
export function codeTitle(code: string, locale: FindingLocale): string {
  return isCode(code) ? catalogues[locale][code].title : code;
}
