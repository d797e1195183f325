import type { Code } from "../codes";
import type { Message, Words } from "../message";
import { dateForm, formats, name, typeName, types } from "./en-names";

const characters = { one: "character", other: "characters" };
const items = { one: "item", other: "items" };
const unit = (words: Words) => (words.has("items") ? items : characters);
const wanted = (words: Words) => {
  if (words.has("format")) return `, which is ${dateForm(words)}`;
  return words.has("decimalChar") ? `, which is with ${words.quoted("decimalChar")} before the decimals` : "";
};
const detail = (words: Words) => {
  if (words.has("format")) return ` that exists, written as ${dateForm(words)}`;
  if (words.has("decimalChar")) return ` with ${words.quoted("decimalChar")} before the decimals`;
  return words.has("allowed") ? `: one of ${words.text("allowed")}` : "";
};
const typeThis = (words: Words, otherwise: string) =>
  words.has("suggestion") ? `Type ${words.quoted("suggestion")} instead.` : otherwise;

export const enCells = {
  required: {
    title: "Missing value",
    message: (words) =>
      words.has("value")
        ? `${words.quoted("value")} stands for no value, but a value is required.`
        : "The cell is empty, but a value is required.",
    remedy: () => "Fill in the value.",
  },
  "type-error": {
    title: "Wrong kind of value",
    message: (words) =>
      words.is("expected", "list")
        ? `${words.quoted("value")} is not a list with ${words.quoted("delimiter")} between its items: ${words.quoted("item")} is not ${name(types, words.text("itemType"))}.`
        : `${words.quoted("value")} is not ${typeName(words)}${detail(words)}.`,
    remedy: (words) => typeThis(words, "Correct the value."),
  },
  "format-error": {
    title: "Wrong format",
    message: (words) => `${words.quoted("value")} is not ${name(formats, words.text("format"))}.`,
    remedy: (words) => typeThis(words, "Correct the value."),
  },
  pattern: {
    title: "Does not fit the pattern",
    message: (words) =>
      words.has("longest")
        ? `The value has ${words.count("length", characters)}, too many to try against the pattern ${words.text("pattern")}.`
        : `${words.quoted("value")} does not fit the pattern ${words.text("pattern")}.`,
    remedy: (words) => typeThis(words, "Write the value as the pattern asks."),
  },
  enum: {
    title: "Not one of the allowed values",
    message: (words) =>
      `${words.quoted("value")} is not an allowed value. Allowed: ${words.text("allowed")}${words.is("isWhole", false) ? " …" : ""}.`,
    remedy: (words) => typeThis(words, "Use one of the allowed values."),
  },
  minimum: {
    title: "Too small",
    message: (words) =>
      words.is("isExclusive", true)
        ? `${words.quoted("value")} is not more than ${words.text("limit")}.`
        : `${words.quoted("value")} is less than ${words.text("limit")}.`,
    remedy: (words) =>
      words.is("isExclusive", true)
        ? `Give a value above ${words.text("limit")}.`
        : `Give a value of ${words.text("limit")} or more.`,
  },
  maximum: {
    title: "Too large",
    message: (words) =>
      words.is("isExclusive", true)
        ? `${words.quoted("value")} is not less than ${words.text("limit")}.`
        : `${words.quoted("value")} is more than ${words.text("limit")}.`,
    remedy: (words) =>
      words.is("isExclusive", true)
        ? `Give a value below ${words.text("limit")}.`
        : `Give a value of ${words.text("limit")} or less.`,
  },
  "min-length": {
    title: "Too short",
    message: (words) =>
      `${words.quoted("value")} has ${words.count("length", unit(words))}; the least is ${words.number("limit")}.`,
    remedy: (words) =>
      words.has("items") ? "Add what is missing." : "Complete the value; a leading zero may have been lost.",
  },
  "max-length": {
    title: "Too long",
    message: (words) =>
      `${words.quoted("value")} has ${words.count("length", unit(words))}; the most is ${words.number("limit")}.`,
    remedy: () => "Shorten the value.",
  },
  "check-digit": {
    title: "Check digit is wrong",
    message: (words) =>
      `${words.quoted("value")} has the form of ${name(formats, words.text("format"))}, but its check digit does not agree.`,
    remedy: () =>
      "Compare the number with its source: one character is mistyped, or two have changed places.",
  },
  "json-schema": {
    title: "JSON is not as it should be",
    message: (words) =>
      words.is("at", "")
        ? `The value does not meet “${words.text("keyword")}” of the column’s JSON Schema.`
        : `In the value, ${words.text("at")} does not meet “${words.text("keyword")}” of the column’s JSON Schema.`,
    remedy: () => "Correct that part of the value.",
  },
  "out-of-locale": {
    title: "Written as in another country",
    message: (words) =>
      `${words.quoted("value")} is ${typeName(words)}, but not as the column has it${wanted(words)}.${
        words.has("readings") ? ` It could mean ${words.choices("readings")}.` : ""
      }`,
    remedy: (words) =>
      words.has("readings")
        ? `Find out which is meant and type ${words.choices("readings")}.`
        : typeThis(words, "Write the value as the column has it."),
  },
  "formula-injection": {
    title: "Formula in a cell",
    message: (words) => `A spreadsheet would run ${words.quoted("value")} as a formula.`,
    remedy: () => "Remove the sign at the start of the cell, or put an apostrophe in front of it.",
  },
} satisfies Partial<Record<Code, Message>>;
