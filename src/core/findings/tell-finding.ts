import { type Code, isCode } from "./codes";
import type { Finding } from "./finding";
import { type Message, wordsOf } from "./message";
import { renderRule } from "./rule-message";

/** One language's texts. Whoever speaks one language alone, as a browser does, need not load the other. */
export interface Voice {
  locale: "en" | "fr";
  messages: Record<Code, Message>;
}

export interface ToldFinding {
  title: string;
  message: string;
  /** What to change. */
  remedy: string;
}

/** Tells a finding in a voice, from its code and params alone. */
export function tellFinding(
  { code, params, impact }: Pick<Finding, "code" | "params" | "field" | "impact">,
  { locale, messages }: Voice,
): ToldFinding {
  if (!isCode(code)) return renderRule(code, params, locale, impact);
  const { title, message, remedy } = messages[code];
  const words = wordsOf(params, locale);
  return { title, message: message(words), remedy: remedy(words) };
}

/** The heading under which findings of one code are grouped. A rule's own title comes with its findings: `first` is one. */
export function titleOfCode(
  code: string,
  { locale, messages }: Voice,
  first?: Pick<Finding, "params">,
): string {
  if (isCode(code)) return messages[code].title;
  return first ? renderRule(code, first.params, locale).title : code;
}
