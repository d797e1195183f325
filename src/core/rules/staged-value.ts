import { Duration } from "@marcbachmann/cel-js/evaluator";
import { type Line, unescapeText } from "../staging/line-bytes";
import type { StagedColumn } from "../staging/read-staged";

/** How values of a CEL type are written to a staged file and read back. */
export interface StagedForm {
  column: StagedColumn["type"];
  /** False when the value is none that a staged column can hold. */
  fits(value: unknown): boolean;
  write(line: Line, value: unknown): void;
  read(value: unknown): unknown;
}

const always = () => true;
/** Decimals have 12 digits in front of the point; sums have more. Wider ones are added up fifteen times more slowly. */
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

/** The form of a number that is added up: exact to six decimals. */
export const decimal: StagedForm = {
  column: "DECIMAL(18,6)",
  fits: (value) => Math.abs(Number(value)) < largestAmount,
  write(line, value) {
    const number = Number(value);
    if (Number.isSafeInteger(number)) line.integer(number);
    else {
      const written = String(number);
      line.text(written.includes("e") ? number.toFixed(6) : written);
    }
  },
  read: Number,
};

const truth: StagedForm = {
  column: "BOOLEAN",
  fits: always,
  write: (line, value) => line.integer(value === true ? 1 : 0),
  read: (value) => value === true,
};

const time: StagedForm = {
  column: "BIGINT",
  fits: always,
  write: (line, value) => line.integer(Number(value)),
  read: (value) => new Date(Number(value)),
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
