import type { Code } from "../codes";
import type { Message } from "../message";

const binaries: Record<string, string> = {
  png: "a PNG image",
  jpeg: "a JPEG image",
  zip: "a ZIP archive",
  gzip: "a gzip archive",
  pdf: "a PDF document",
  xls: "an Excel workbook",
  xlsx: "an Excel workbook",
  "utf-16": "UTF-16 text",
  nul: "binary data",
};
const name = (known: Record<string, string>, text: string) => known[text] ?? text;

export const enFile = {
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
    remedy: (words) =>
      words.is("format", "utf-16")
        ? "Save it again as CSV in UTF-8."
        : "Open it in the program that made it and export it as CSV.",
  },
  "file-too-large": {
    title: "File is too large",
    message: (words) => `The file has ${words.bytes("bytes")}; at most ${words.bytes("limit")} are accepted.`,
    remedy: () => "Split the file into several, each with the header, and send them one by one.",
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
  "mixed-line-endings": {
    title: "Mixed line endings",
    message: () => "Some lines end the Windows way and some the Unix way.",
    remedy: () =>
      "Nothing has to be done here, but other programs may stumble: save the file with one kind of line ending.",
  },
  "truncated-file": {
    title: "Rest of the file is not readable",
    message: (words) =>
      words.is("reason", "too-long")
        ? `The record that begins near line ${words.number("line")} is too long to be a row, so what follows was not read.`
        : `A quotation mark opens near line ${words.number("line")} and is never closed, so what follows cannot be told apart.`,
    remedy: (words) =>
      words.is("reason", "too-long")
        ? "Check that the file is a CSV and that its lines end with a line break."
        : "Close the quotation mark on that line, or write two where one is part of the text.",
  },
} satisfies Partial<Record<Code, Message>>;
