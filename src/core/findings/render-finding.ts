import { isCode } from "./codes";
import type { Finding } from "./finding";
import { wordsOf } from "./message";
import { en } from "./messages/en";
import { fr } from "./messages/fr";
import { renderRule } from "./rule-message";

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
  if (!isCode(code)) return renderRule(code, params, locale);
  const { title, message, remedy } = catalogues[locale][code];
  const words = wordsOf(params, locale);
  return { title, message: message(words), remedy: remedy(words) };
}

/** The heading under which findings of one code are grouped. A rule's own title comes with its findings: `first` is one. */
export function codeTitle(code: string, locale: FindingLocale, first?: Pick<Finding, "params">): string {
  if (isCode(code)) return catalogues[locale][code].title;
  return first ? renderRule(code, first.params, locale).title : code;
}
