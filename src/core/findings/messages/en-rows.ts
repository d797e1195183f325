import type { Code } from "../codes";
import type { Message, Words } from "../message";

const cells = { one: "cell", other: "cells" };
const columns = { one: "column", other: "columns" };
const differences: Record<string, string> = {
  accent: "accents",
  case: "letter case",
  space: "spaces",
  sign: "quotes, dashes or characters that cannot be seen",
};

/** In what a label differs from the name that it was taken for. */
const differs = (words: Words) => {
  if (!words.has("how")) return "";
  if (words.text("how") === "alias") return ", as one of its other names";
  return `; only ${words.terms("how", differences)} differ`;
};

export const enRows = {
  "missing-label": {
    title: "Missing column",
    message: (words) => `No column is named ${words.quoted("expected")}.`,
    remedy: (words) => `Add the column ${words.quoted("expected")}, or correct the name in the header.`,
  },
  "extra-label": {
    title: "Unknown column",
    message: (words) =>
      `The column ${words.quoted("label")} is not one that the ruleset knows; its cells were not checked.`,
    remedy: (words) =>
      words.has("suggestion")
        ? `If ${words.quoted("suggestion")} is meant, write that in the header; else remove the column.`
        : "Remove the column, or correct its name in the header.",
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
    title: "Column name differs",
    message: (words) =>
      `The column ${words.quoted("label")} was taken for ${words.quoted("expected")}${differs(words)}.`,
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
  "duplicate-row": {
    title: "Repeated row",
    message: (words) => `The row says the same as row ${words.number("firstRow")}.`,
    remedy: () => "Remove the row, unless it is meant to be there twice.",
  },
} satisfies Partial<Record<Code, Message>>;
