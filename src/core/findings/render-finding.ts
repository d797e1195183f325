import type { Finding } from "./finding";
import { en } from "./messages/en";
import { fr } from "./messages/fr";
import { type ToldFinding, tellFinding, titleOfCode, type Voice } from "./tell-finding";

const voices = {
  en: { locale: "en", messages: en },
  fr: { locale: "fr", messages: fr },
} as const satisfies Record<string, Voice>;

export type FindingLocale = keyof typeof voices;

/** Tells a finding in the reader's language, where both languages are at hand. */
export function renderFinding(
  finding: Pick<Finding, "code" | "params" | "field" | "impact">,
  locale: FindingLocale,
): ToldFinding {
  return tellFinding(finding, voices[locale]);
}

/** The heading of one code in the reader's language. A rule's own title comes with its findings: `first` is one. */
export function codeTitle(code: string, locale: FindingLocale, first?: Pick<Finding, "params">): string {
  return titleOfCode(code, voices[locale], first);
}
