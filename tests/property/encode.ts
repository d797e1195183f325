export const encodings = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"] as const;
export type TestEncoding = (typeof encodings)[number];

const marks: Record<TestEncoding, number[]> = {
  "utf-8": [],
  "utf-8-bom": [0xef, 0xbb, 0xbf],
  "utf-16le": [0xff, 0xfe],
  "utf-16be": [0xfe, 0xff],
  "windows-1252": [],
};

/** The characters of windows-1252 that are used in tests and that latin-1 has elsewhere or not at all. */
const windowsOnly: Record<string, string> = { "\u20ac": "\x80", "\u2013": "\x96", "\u201c": "\x93" };

function body(text: string, encoding: TestEncoding): Buffer {
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  if (encoding === "windows-1252")
    return Buffer.from([...text].map((char) => windowsOnly[char] ?? char).join(""), "latin1");
  return Buffer.from(text);
}

/** A text as a file, with its byte order mark where the encoding has one. */
export function encode(text: string, encoding: TestEncoding): Buffer {
  return Buffer.concat([Buffer.from(marks[encoding]), body(text, encoding)]);
}

/** Offset in that file of a place in the text. */
export function byteOf(text: string, index: number, encoding: TestEncoding): number {
  return marks[encoding].length + body(text.slice(0, index), encoding).length;
}
