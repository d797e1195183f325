import type { Code } from "../codes";
import type { Message, Words } from "../message";

const types: Record<string, string> = {
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  date: "a date",
  time: "a time",
  datetime: "a date with a time",
  year: "a year of four digits",
  yearmonth: "a month as YYYY-MM",
};

const formats: Record<string, string> = {
  email: "an e-mail address",
  uri: "a web address",
  uuid: "a UUID",
  "ca-postal-code": "a Canadian postal code such as H2X 1Y4",
  "qc-health-number": "a Quebec health-insurance number: four letters and eight digits",
};

const binaries: Record<string, string> = {
  png: "a PNG image",
  jpeg: "a JPEG image",
  zip: "a ZIP archive",
  gzip: "a gzip archive",
  pdf: "a PDF document",
  xls: "an Excel workbook",
  xlsx: "an Excel workbook",
  nul: "binary data",
};

const letters: Record<string, string> = { Y: "YYYY", y: "YY", m: "MM", d: "DD", H: "hh", M: "mm", S: "ss" };
const cells = { one: "cell", other: "cells" };
const columns = { one: "column", other: "columns" };
const characters = { one: "character", other: "characters" };

/** `%d/%m/%Y` as people write it. */
const dateForm = (words: Words) =>
  words.text("format").replace(/%(.)/g, (_, letter: string) => letters[letter] ?? letter);

const name = (known: Record<string, string>, text: string) => known[text] ?? text;
const detail = (words: Words) => {
  if (words.has("format")) return ` that exists, written as ${dateForm(words)}`;
  if (words.has("decimalChar")) return ` with ${words.quoted("decimalChar")} before the decimals`;
  return words.has("allowed") ? `: one of ${words.text("allowed")}` : "";
};
const typeThis = (words: Words, otherwise: string) =>
  words.has("suggestion") ? `Type ${words.quoted("suggestion")} instead.` : otherwise;

export const en: Record<Code, Message> = {
  "encoding-error": {
    title: "Unreadable characters",
    message: (words) =>
      `The file is not valid ${words.text("encoding")} in ${words.count("count", { one: "place", other: "places" })}; the first is on line ${words.number("line")}, at byte ${words.number("byte")}.`,
    remedy: () => "Save the file again as UTF-8, or choose the encoding that it is really in.",
  },
  "binary-file": {
    title: "Not a CSV file",
    message: (words) =>
      `The file is ${name(binaries, words.text("format"))}, not a CSV text${words.is("format", "nul") ? `: line ${words.number("line")} has a NUL character` : ""}.`,
    remedy: () => "Open it in the program that made it and export it as CSV.",
  },
  "empty-file": {
    title: "Empty file",
    message: (words) =>
      words.is("reason", "no-rows") ? "The file has a header but no rows." : "The file holds no text.",
    remedy: () => "Export the file again and check that it has rows before you send it.",
  },
  "dialect-uncertain": {
    title: "Separator is uncertain",
    message: (words) =>
      words.has("delimiter")
        ? `It is not clear what separates the columns; ${words.quoted("delimiter")} was taken.`
        : "It is not clear what separates the columns.",
    remedy: () => "Look at the columns below. If they are wrong, choose the separator yourself.",
  },
  "title-lines": {
    title: "Lines above the header",
    message: (words) =>
      `The header is not the first row: ${words.count("count", { one: "row", other: "rows" })} above it, such as a title or a blank line, ${words.is("count", 1) ? "was" : "were"} passed over.`,
    remedy: () =>
      "Nothing has to be done if that is so. If not, say which row is the header, or remove what stands above it.",
  },
  "mixed-line-endings": {
    title: "Mixed line endings",
    message: () => "Some lines end the Windows way and some the Unix way.",
    remedy: () =>
      "Nothing has to be done here, but other programs may stumble: save the file with one kind of line ending.",
  },
  "truncated-file": {
    title: "Row without an end",
    message: (words) =>
      words.is("reason", "too-long")
        ? `The record that begins near line ${words.number("line")} is too long to be a row. It was refused, and reading went on with the next line.`
        : `A quotation mark opens near line ${words.number("line")} and is never closed. That row was refused, and reading went on with the next line.`,
    remedy: (words) =>
      words.is("reason", "too-long")
        ? "Check that the file is a CSV and that its lines end with a line break."
        : "Close the quotation mark on that line, or write two where one is part of the text. If it is the last row, check that the file arrived whole.",
  },
  "missing-label": {
    title: "Missing column",
    message: (words) => `No column is named ${words.quoted("expected")}.`,
    remedy: (words) => `Add the column ${words.quoted("expected")}, or correct the name in the header.`,
  },
  "extra-label": {
    title: "Unknown column",
    message: (words) =>
      `The column ${words.quoted("label")} is not one that the ruleset knows; its cells were not checked.`,
    remedy: () => "Remove the column, or correct its name in the header.",
  },
  "blank-label": {
    title: "Column without a name",
    message: () => "A column has no name in the header.",
    remedy: () => "Give the column a name in the first row.",
  },
  "duplicate-label": {
    title: "Column name used twice",
    message: (words) =>
      `The name ${words.quoted("label")} stands for column ${words.number("firstColumn")} already.`,
    remedy: () => "Give each column a name of its own.",
  },
  "incorrect-label": {
    title: "Column name written differently",
    message: (words) => `The column ${words.quoted("label")} was taken as ${words.quoted("expected")}.`,
    remedy: (words) => `Write ${words.quoted("expected")} in the header to be sure.`,
  },
  "damaged-label": {
    title: "Damaged column name",
    message: (words) =>
      words.has("expected")
        ? `The name ${words.quoted("label")} holds broken characters. It can only be ${words.quoted("expected")}, so the column was checked as that.`
        : `The name ${words.quoted("label")} holds broken characters, so the column was not matched.`,
    remedy: () => "Export the file again with the right encoding, or type the name anew.",
  },
  "out-of-order": {
    title: "Columns in another order",
    message: () => "The columns are not in the order of the ruleset. They were matched by name.",
    remedy: () => "Nothing has to be done unless the receiver reads columns by position.",
  },
  "blank-row": {
    title: "Blank row",
    message: () => "The row holds nothing.",
    remedy: () => "Delete the row.",
  },
  "missing-cell": {
    title: "Too few cells",
    message: (words) =>
      words.is("everyRow", true)
        ? `The header names ${words.count("expected", columns)}, but every row has ${words.count("found", cells)}.`
        : `The row has ${words.count("found", cells)} instead of ${words.number("expected")}.`,
    remedy: (words) =>
      words.is("everyRow", true)
        ? "Remove the name that has no cells from the header, or export the file again."
        : "Add the missing separators, or join a row that was broken over two lines.",
  },
  "extra-cell": {
    title: "Too many cells",
    message: (words) =>
      words.is("everyRow", true)
        ? `The header names ${words.count("expected", columns)}, but every row has ${words.count("found", cells)}.`
        : `The row has ${words.count("found", cells)} instead of ${words.number("expected")}.`,
    remedy: (words) =>
      words.is("everyRow", true)
        ? "Name every column in the header."
        : "Put a cell that holds the separator in quotation marks, or remove what is too many.",
  },
  "bad-quote": {
    title: "Quotation mark in the wrong place",
    message: (words) =>
      words.is("reason", "unclosed-quote")
        ? `The row cannot be read: the quotation mark that opens on line ${words.number("line")} is not closed before the next one.`
        : "The row cannot be read: a quotation mark stands inside a cell or is followed by text.",
    remedy: () => "Put the whole cell in quotation marks and write each one inside it twice.",
  },
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
      `${words.quoted("value")} is not ${name(types, words.text("expected"))}${detail(words)}.`,
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
    message: (words) => `${words.quoted("value")} is less than ${words.text("limit")}.`,
    remedy: (words) => `Give a value of ${words.text("limit")} or more.`,
  },
  maximum: {
    title: "Too large",
    message: (words) => `${words.quoted("value")} is more than ${words.text("limit")}.`,
    remedy: (words) => `Give a value of ${words.text("limit")} or less.`,
  },
  "min-length": {
    title: "Too short",
    message: (words) =>
      `${words.quoted("value")} has ${words.count("length", characters)}; the least is ${words.number("limit")}.`,
    remedy: () => "Complete the value; a leading zero may have been lost.",
  },
  "max-length": {
    title: "Too long",
    message: (words) =>
      `${words.quoted("value")} has ${words.count("length", characters)}; the most is ${words.number("limit")}.`,
    remedy: () => "Shorten the value.",
  },
  "check-digit": {
    title: "Check digit is wrong",
    message: (words) => `${words.quoted("value")} has the right form, but its check digit does not agree.`,
    remedy: () => "Compare the number with the card: one character is mistyped.",
  },
  "primary-key": {
    title: "Identifier is not unique",
    message: (words) =>
      words.has("key")
        ? `The identifier ${words.quoted("key")} was used in row ${words.number("firstRow")} already.`
        : "The identifier of the row is missing.",
    remedy: (words) =>
      words.has("key")
        ? "Remove the repeated row, or give it its own identifier."
        : "Fill in the identifier.",
  },
  "rule-error": {
    title: "A rule of the ruleset failed",
    message: (words) =>
      `The rule ${words.quoted("rule")} could not be worked out and was not checked any further: ${words.text("reason")}.`,
    remedy: () => "Correct the rule in the ruleset: the file is not at fault.",
  },
};
