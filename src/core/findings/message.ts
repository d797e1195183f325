import type { Params } from "./finding";
import { formatMoney } from "./format-money";

/** Params as words of one language: numbers grouped, texts quoted, lists joined. */
export interface Words {
  /** A param as plain text; empty when absent. */
  text(name: string): string;
  /** A param in quotation marks, with what cannot be seen made visible. */
  quoted(name: string): string;
  number(name: string): string;
  /** A number as an amount of the ruleset's currency. */
  money(name: string): string;
  /** The form of a noun that goes with the number: `count("rows", { one: "row", other: "rows" })` gives `1 row`. */
  count(name: string, forms: { one: string; other: string }): string;
  /** A number of bytes in the unit that people would name. */
  bytes(name: string): string;
  /** A list of texts in quotation marks, joined by the language's "or". */
  choices(name: string): string;
  /** A list of known words, each told by the term that the language has for it. */
  terms(name: string, known: Record<string, string>): string;
  has(name: string): boolean;
  is(name: string, value: string | number | boolean): boolean;
}

/** How one code is told. `remedy` says what to change. */
export interface Message {
  title: string;
  message(words: Words): string;
  remedy(words: Words): string;
}

const languages = { en: "en-CA", fr: "fr-CA" } as const;
const marks = { en: ["“", "”"], fr: ["«\u00a0", "\u00a0»"] } as const;
const numberFormats = {
  en: new Intl.NumberFormat(languages.en, { maximumFractionDigits: 20 }),
  fr: new Intl.NumberFormat(languages.fr, { maximumFractionDigits: 20 }),
};
const lists = {
  en: new Intl.ListFormat(languages.en, { type: "disjunction" }),
  fr: new Intl.ListFormat(languages.fr, { type: "disjunction" }),
};
const conjunctions = {
  en: new Intl.ListFormat(languages.en),
  fr: new Intl.ListFormat(languages.fr),
};
const byteUnits = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
const plurals = { en: new Intl.PluralRules(languages.en), fr: new Intl.PluralRules(languages.fr) };

export function wordsOf(params: Params, locale: "en" | "fr"): Words {
  const [open, close] = marks[locale];
  function text(name: string): string {
    const value = params[name];
    if (value === undefined || value === null) return "";
    if (Array.isArray(value)) return value.join(", ");
    return typeof value === "number" ? numberFormats[locale].format(value) : String(value);
  }
  return {
    text,
    number: text,
    money(name) {
      const value = params[name];
      const currency = params["@currency"];
      if (typeof value !== "number") return text(name);
      return formatMoney(value, typeof currency === "string" ? currency : null, locale);
    },
    quoted: (name) => open + visible(text(name)) + close,
    count(name, { one, other }) {
      const value = params[name];
      const isOne = typeof value === "number" && plurals[locale].select(value) === "one";
      return `${text(name)} ${isOne ? one : other}`;
    },
    bytes(name) {
      const value = Number(params[name] ?? 0);
      const step = Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
      const unit = byteUnits[step];
      return new Intl.NumberFormat(languages[locale], {
        style: "unit",
        unit,
        unitDisplay: step === 0 ? "long" : "short",
        maximumFractionDigits: 1,
      }).format(value / 1000 ** step);
    },
    choices(name) {
      const value = params[name];
      const texts = Array.isArray(value) ? value : [text(name)];
      return lists[locale].format(texts.map((entry) => open + visible(entry) + close));
    },
    terms(name, known) {
      const value = params[name];
      const all = Array.isArray(value) ? value : [text(name)];
      return conjunctions[locale].format(all.map((entry) => known[entry] ?? entry));
    },
    has: (name) => params[name] !== undefined && params[name] !== null,
    is: (name, value) => params[name] === value,
  };
}

function visible(text: string): string {
  return text
    .replaceAll("\t", "\u21e5")
    .replace(/\r\n?|\n/g, "\u23ce")
    .replaceAll("\u00a0", "\u237d")
    .replace(/^ +| +$/g, (spaces) => "\u2423".repeat(spaces.length));
}
