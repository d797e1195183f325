import { expect, it } from "vitest";
import { endOfWholeLines } from "@/services/whole-lines";

const cut = (bytes: Buffer) => endOfWholeLines(bytes);

it("the first bytes of a file end after their last line", () => {
  expect(cut(Buffer.from("a,b\n1,2\n3,"))).toBe(8);
  expect(cut(Buffer.from("a,b\r1,2\r3"))).toBe(8);
  expect(cut(Buffer.from("no line"))).toBeNull();
});

it("a line break in a quoted cell ends no record", () => {
  expect(cut(Buffer.from('a,b\n1,2\n3,4\n5,"first\nsecond'))).toBe(12);
});

it("a stray quotation mark does not swallow the file", () => {
  expect(cut(Buffer.from('a,b\n1,5"\n2,3\n4,5\n6,7\n8'))).toBe(21);
});

it("UTF-16 is cut between its units", () => {
  const text = "\ufeffa,b\n\u0a0a,2\n3,";
  const little = Buffer.from(text, "utf16le");
  expect(cut(little)).toBe(2 * (text.lastIndexOf("\n") + 1));
  expect(cut(Buffer.from(little).swap16())).toBe(2 * (text.lastIndexOf("\n") + 1));
});
