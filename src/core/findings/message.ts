import type { Params } from "./finding";

/** Params as words of one language: numbers grouped, texts quoted, lists joined. */
export interface Words {
  /** A param as plain text; empty when absent. */
  text(name: string): string;
  /** A param in quotation marks. */
  quoted(name: string): string;
  number(name: string): string;
  has(name: string): boolean;
  is(name: string, value: string | number | boolean): boolean;
}

/** How one code is told. `remedy` says what to change. */
export interface Message {
  title: string;
  message(words: Words): string;
  remedy(words: Words): string;
}

export function wordsOf(params: Params, locale: "en" | "fr"): Words {
  const numbers = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA", { maximumFractionDigits: 20 });
  const [open, close] = locale === "fr" ? ["« ", " »"] : ["“", "”"];
  function text(name: string): string {
    const value = params[name];
    if (value === undefined || value === null) return "";
    if (Array.isArray(value)) return value.join(", ");
    return typeof value === "number" ? numbers.format(value) : String(value);
  }
  return {
    text,
    number: text,
    quoted: (name) => `${open}${text(name)}${close}`,
    has: (name) => params[name] !== undefined && params[name] !== null,
    is: (name, value) => params[name] === value,
  };
}
