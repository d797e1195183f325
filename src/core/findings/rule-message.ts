import type { Params } from "./finding";
import { wordsOf } from "./message";

/** A text in one language or both; where one is missing the other stands in. */
export interface RuleText {
  en?: string | undefined;
  fr?: string | undefined;
}

export interface RuleTexts {
  title?: RuleText | undefined;
  message?: RuleText | undefined;
  solution?: RuleText | undefined;
}

const kinds = ["title", "message", "solution"] as const;
const languages = ["en", "fr"] as const;
/** A name in braces, as in `{amount}`. */
export const placeholder = /\{([^{}]+)\}/g;

/**
 * The rule's own sentences as params, English before French, so that a stored finding is told as it was meant even after
 * the ruleset has a newer version.
 */
export function textsAsParams(texts: RuleTexts): Record<string, string[]> {
  const params: Record<string, string[]> = {};
  for (const kind of kinds) {
    const text = texts[kind];
    if (text) params[`@${kind}`] = languages.map((language) => text[language] ?? text.en ?? text.fr ?? "");
  }
  return params;
}

const asMoney = ":money";

/**
 * Tells a rule's finding: its sentences with the params' values in the places of their names. `{impact}` is the money at
 * stake, and `{name:money}` a number told as money.
 */
export function renderRule(code: string, params: Params, locale: "en" | "fr", impact?: number) {
  const words = wordsOf(impact === undefined ? params : { ...params, impact }, locale);
  const wordFor = (name: string): string => {
    if (name === "impact") return words.money(name);
    if (words.has(name) || !name.endsWith(asMoney)) return words.text(name);
    return words.money(name.slice(0, -asMoney.length));
  };
  const told = (kind: (typeof kinds)[number]): string | undefined => {
    const texts = params[`@${kind}`];
    const text = Array.isArray(texts) ? texts[languages.indexOf(locale)] : undefined;
    return text?.replace(placeholder, (_, name: string) => wordFor(name) || "–");
  };
  return { title: told("title") ?? code, message: told("message") ?? code, remedy: told("solution") ?? "" };
}

/** Names of the params that a rule's own sentences tell as money. */
export function moneyNames(params: Params): Set<string> {
  const texts = kinds.flatMap((kind) => params[`@${kind}`] ?? []).filter((text) => typeof text === "string");
  const names = texts.flatMap((text) => [...text.matchAll(placeholder)].map(([, name = ""]) => name));
  return new Set(
    names.filter((name) => name.endsWith(asMoney)).map((name) => name.slice(0, -asMoney.length)),
  );
}
