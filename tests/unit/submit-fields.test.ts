import { expect, test } from "vitest";
import { toEnqueueOptions } from "../../src/server/http/submit-fields";

test("each reading option of a form reaches the service in its own words", () => {
  const { options } = toEnqueueOptions({
    encoding: "utf-16le",
    delimiter: "tab",
    quoteChar: "'",
    escapeChar: "\\",
    header: "false",
    skipLines: "3",
    skipInitialSpace: "true",
    commentChar: "#",
    lineTerminator: "crlf",
  });
  expect(options).toEqual({
    encoding: "utf-16le",
    delimiter: "\t",
    quoteChar: "'",
    escapeChar: "\\",
    header: false,
    skipLines: 3,
    skipInitialSpace: true,
    commentChar: "#",
    lineTerminator: "\r\n",
  });
});

test("an empty field says nothing, and none takes the quotes away", () => {
  expect(toEnqueueOptions({ encoding: "", delimiter: "", header: "" }).options).toEqual({});
  expect(toEnqueueOptions({ quoteChar: "none", delimiter: ";" }).options).toEqual({
    quoteChar: null,
    delimiter: ";",
  });
});

test.each<Record<string, string>>([
  { encoding: "ebcdic" },
  { delimiter: "ab" },
  { delimiter: '"' },
  { quoteChar: "x" },
  { escapeChar: "\\", doubleQuote: "true" },
  { skipLines: "-1" },
  { skipLines: "5000" },
  { lineTerminator: "\n" },
  { header: "maybe" },
  { colour: "red" },
])("refuses %j", (fields) => {
  expect(() => toEnqueueOptions(fields)).toThrow();
});
