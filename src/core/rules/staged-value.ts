import { Duration } from "@marcbachmann/cel-js/evaluator";
import { type Line, unescapeText } from "../staging/line-bytes";
import type { StagedColumn } from "../staging/read-staged";
import type { RowVariable } from "./ruleset-scope";

/** How values of a CEL type are written to a staged file and read back. */
export interface StagedForm {
  column: StagedColumn["type"];
  /** False when the value is none that a staged column can hold. */
  fits(value: unknown): boolean;
  write(line: Line, value: unknown): void;
  read(value: unknown): unknown;
}

const always = () => true;
/** In millionths it fits a staged whole number; sums may be larger. */
const largestAmount = 1e12;

const text: StagedForm = {
  column: "VARCHAR",
  fits: always,
  write: (line, value) => line.text(String(value)),
  read: (value) => unescapeText(String(value)),
};

const whole: StagedForm = {
  column: "BIGINT",
  fits: always,
  write(line, value) {
    const near = Number(value);
    if (Number.isSafeInteger(near)) line.integer(near);
    else line.text(String(value));
  },
  read: (value) => BigInt(String(value)),
};

function writeNumber(line: Line, value: unknown): void {
  if (Number.isSafeInteger(value)) line.integer(Number(value));
  else line.text(String(value));
}

const double: StagedForm = {
  column: "DOUBLE",
  fits: (value) => Number.isFinite(value),
  write: writeNumber,
  read: Number,
};

const parts = 1e6;
/** Up to here a number times a million is as near to the true product as rounding needs. */
const nearEnough = 1e9;

/** The form of a number that is added up: whole millionths, so that sums are exact to six decimals. */
export const millionths: StagedForm = {
  column: "BIGINT",
  fits: (value) => Math.abs(Number(value)) < largestAmount,
  write(line, value) {
    const number = Number(value);
    if (Math.abs(number) < nearEnough) line.integer(Math.round(number * parts));
    else line.text(number.toFixed(6).replace(".", ""));
  },
  read: (value) => Number(BigInt(String(value))) / parts,
};

const truth: StagedForm = {
  column: "BOOLEAN",
  fits: always,
  write: (line, value) => line.integer(value === true ? 1 : 0),
  read: (value) => value === true,
};

const msOf = (value: unknown) => (value instanceof Date ? value.getTime() : Number(value));

const time: StagedForm = {
  column: "BIGINT",
  fits: always,
  write: (line, value) => line.integer(msOf(value)),
  read: (value) => new Date(Number(value)),
};

const msPerDay = 86_400_000;

/** The form of a date field's values, which are whole days. */
const day: StagedForm = {
  ...time,
  write: (line, value) => line.integer(msOf(value) / msPerDay),
  read: (value) => new Date(Number(value) * msPerDay),
};

const duration: StagedForm = { ...time, read: (value) => Duration.fromMilliseconds(Number(value)) };

const forms = new Map([
  ["int", whole],
  ["double", double],
  ["bool", truth],
  ["string", text],
  ["google.protobuf.Timestamp", time],
  ["google.protobuf.Duration", duration],
]);

/** The form of a CEL type; throws for one that holds no single value. */
export function stagedForm(type: string): StagedForm {
  const form = forms.get(type);
  if (!form) throw new Error(`no staged form for ${type}`);
  return form;
}

/** The form of a variable's values. */
export function formOfVariable({ type, field }: RowVariable): StagedForm {
  return field?.type === "date" ? day : stagedForm(type);
}

/** The form in which a measure's result comes back. */
export function resultForm({ kind, type }: { kind?: string; type: string }): StagedForm {
  return kind === "sum" && type === "double" ? millionths : stagedForm(type);
}

/** A value of an expression as a finding's param: times as ISO day or as hours and minutes. */
export function asParam(value: unknown): string | number | boolean | null {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
  if (value instanceof Date)
    return value.toISOString().replace("T00:00:00.000Z", "").slice(0, 16).replace("T", " ");
  if (value instanceof Duration) return asClock(Number(value.seconds));
  return null;
}

function asClock(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const from = Math.abs(seconds);
  const rest = from % 60 ? `:${two(from % 60)}` : "";
  return `${seconds < 0 ? "-" : ""}${two(Math.floor(from / 3600))}:${two(Math.floor(from / 60) % 60)}${rest}`;
}
