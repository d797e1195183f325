import type { TypeReader } from "../schema/cell-fault";
import { compileType } from "../schema/compile-type";
import type { Field } from "../schema/field";
import type { CountedValue } from "./value-counts";

/** A field's type and how its cells are written. */
export type Form = Pick<
  Field,
  "type" | "format" | "decimalChar" | "groupChar" | "trueValues" | "falseValues"
>;

export interface Guess {
  form: Form;
  /** Null for plain text. */
  reader: TypeReader | null;
  /** Share (0-1) of the cells that fit. */
  fits: number;
  /** As many cells fit the form with day and month changed about. */
  isDayUncertain?: boolean;
}

const dates = [
  "default",
  "%Y/%m/%d",
  "%d/%m/%Y",
  "%m/%d/%Y",
  "%d-%m-%Y",
  "%m-%d-%Y",
  "%d.%m.%Y",
  "%d/%m/%y",
  "%m/%d/%y",
];
const datetimes = [
  "default",
  "%Y-%m-%d %H:%M:%S",
  "%Y-%m-%d %H:%M",
  "%Y-%m-%dT%H:%M",
  "%d/%m/%Y %H:%M:%S",
  "%d/%m/%Y %H:%M",
];
const formats = ["email", "uuid", "uri", "ca-postal-code", "qc-health-number"];
const signs = [
  { decimalChar: "." },
  { decimalChar: "," },
  { decimalChar: ",", groupChar: " " },
  { decimalChar: ".", groupChar: "," },
  { decimalChar: ",", groupChar: "." },
];
const truths = [
  { trueValues: ["true"], falseValues: ["false"] },
  { trueValues: ["TRUE"], falseValues: ["FALSE"] },
  { trueValues: ["True"], falseValues: ["False"] },
  { trueValues: ["yes"], falseValues: ["no"] },
  { trueValues: ["oui"], falseValues: ["non"] },
  { trueValues: ["Oui"], falseValues: ["Non"] },
  { trueValues: ["Yes"], falseValues: ["No"] },
];

/** The narrower before the wider: of two that fit as many cells the first is meant. */
const forms: Form[] = [
  { type: "integer" },
  ...signs.map((sign): Form => ({ type: "number", ...sign })),
  ...truths.map((truth): Form => ({ type: "boolean", ...truth })),
  ...dates.map((format): Form => ({ type: "date", format })),
  ...datetimes.map((format): Form => ({ type: "datetime", format })),
  { type: "time" },
  { type: "time", format: "%H:%M" },
  ...formats.map((format): Form => ({ type: "string", format })),
];
const candidates = forms.map((form) => ({ form, reader: compileType({ name: "", ...form }) }));

const enough = 0.9;
const longest = 254;
/** 08857 is a code: read as a number it would lose its zero. */
const code = /^0\d/;
const digit = /\d/;

/** The narrowest form that at least nine in ten of the cells fit, and most of them; else plain text. */
export function guessType(values: readonly CountedValue[]): Guess {
  const total = values.reduce((sum, { count }) => sum + count, 0);
  const hasCodes = values.some(({ text }) => code.test(text) && /^\d+$/.test(text));
  let best: Guess = { form: { type: "string" }, reader: null, fits: enough };
  if (total === 0) return { ...best, fits: 1 };
  const shares = new Map<string, number>();
  for (const { form, reader } of candidates) {
    const isNumber = form.type === "integer" || form.type === "number";
    if (isNumber && hasCodes) continue;
    let fitting = 0;
    for (const { text, count } of values) {
      if (text.length > longest || (isNumber && !digit.test(text))) continue;
      if (reader.read(text) !== null) fitting += count;
    }
    const fits = fitting / total;
    if (form.format !== undefined) shares.set(form.format, fits);
    if (fits > best.fits || (fits === best.fits && best.reader === null)) best = { form, reader, fits };
  }
  if (best.reader === null) return { ...best, fits: 1 };
  const { format = "" } = best.form;
  const swapped = format.replace(/%[dm]/g, (part) => (part === "%d" ? "%m" : "%d"));
  return swapped !== format && shares.get(swapped) === best.fits ? { ...best, isDayUncertain: true } : best;
}

/** The form that a field prescribes. */
export function formOf({
  type = "string",
  format,
  decimalChar,
  groupChar,
  trueValues,
  falseValues,
}: Field): Form {
  return {
    type,
    ...(format !== undefined && { format }),
    ...(decimalChar !== undefined && { decimalChar }),
    ...(groupChar !== undefined && { groupChar }),
    ...(trueValues !== undefined && { trueValues }),
    ...(falseValues !== undefined && { falseValues }),
  };
}
