import { type Code, isCode } from "./codes";
import type { Finding } from "./finding";
import { type Message, wordsOf } from "./message";

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
  { code, params }: Pick<Finding, "code" | "params" | "field">,
  { locale, messages }: Voice,
): ToldFinding {
  if (!isCode(code)) return { title: code, message: code, remedy: "" };
  const { title, message, remedy } = messages[code];
  const words = wordsOf(params, locale);
  return { title, message: message(words), remedy: remedy(words) };
}

/** The heading under which findings of one code are grouped. */
export function titleOfCode(code: string, { messages }: Voice): string {
  return isCode(code) ? messages[code].title : code;
}
