import { expect, test } from "vitest";
import { detectDelimiter } from "../../src/core/csv/detect-delimiter";
import { detectHeader } from "../../src/core/csv/detect-header";
import { openTail, weighUtf8 } from "../../src/core/csv/utf8-evidence";

const none: ReadonlySet<string> = new Set();
const dialect = { quote: '"', escape: '"', comment: null, skipInitialSpace: false, recordEndings: ["\n"] };
const detect = (text: string, labels = none) => detectDelimiter(text, { dialect, isWhole: true, labels });

test("a semicolon in a comma file's header does not make it a semicolon file", () => {
  expect(detect("id,a;b,c\n1,2,3\n4,5,6\n")).toMatchObject({ delimiter: ",", doubt: "" });
  expect(detect('id,"a;b;c;d",c\n1,2,3\n4,5,6\n')).toMatchObject({ delimiter: ",", doubt: "" });
});

test("decimal commas in every cell do not make a semicolon file a comma file", () => {
  expect(detect("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n")).toMatchObject({ delimiter: ";", doubt: "" });
});

test("delimiters and line breaks inside quotes do not count", () => {
  expect(detect('a;b\n"x,y,z\nx,y,z";1\n"x,y,z\nx,y,z";2\n')).toMatchObject({
    delimiter: ";",
    width: 2,
    doubt: "",
  });
});

test("two delimiters that fit alike are called uncertain, and known labels settle it", () => {
  const text = "a,b;c\n1,2;3\n4,5;6\n";
  expect(detect(text).doubt).not.toBe("");
  expect(detect(text, new Set(["a,b", "c"]))).toMatchObject({ delimiter: ";", doubt: "" });
});

test("a header longer than the rows keeps the delimiter certain", () => {
  expect(detect("a;b;c\n1,0;2\n2,5;3\n")).toMatchObject({ delimiter: ";", doubt: "" });
});

test("a first row with a number or a date is data", () => {
  expect(
    detectHeader(
      [
        ["id", "name"],
        ["1", "a"],
      ],
      none,
    ),
  ).toBe(true);
  expect(
    detectHeader(
      [
        ["1", "Ada"],
        ["2", "Bob"],
      ],
      none,
    ),
  ).toBe(false);
  expect(detectHeader([["Ada", "2026-01-31"]], none)).toBe(false);
  expect(detectHeader([["name", "2025", "2026"]], none)).toBe(true);
  expect(detectHeader([["#", "12.5"]], new Set(["#"]))).toBe(true);
});

test("a sequence cut by a chunk's end is left for the next chunk", () => {
  const bytes = Buffer.from("a\u20ac");
  expect(openTail(bytes)).toBe(0);
  expect(openTail(bytes.subarray(0, 3))).toBe(2);
  expect(openTail(bytes.subarray(0, 2))).toBe(1);
  expect(openTail(Buffer.from([0x61, 0xff]))).toBe(0);
});

test("overlong forms and surrogates are not UTF-8", () => {
  expect(weighUtf8(Buffer.from([0x61, 0xc3, 0xa9, 0xe0, 0x80, 0x80]))).toEqual({
    good: 1,
    bad: 3,
    firstBad: 3,
  });
  expect(weighUtf8(Buffer.from([0xed, 0xa0, 0x80])).good).toBe(0);
});
