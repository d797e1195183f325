/** How the bytes of a file become text. ISO-8859-1 is read as windows-1252, which says the same and more. */
export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252";

export type Utf16 = "utf-16le" | "utf-16be";

/** What a person's label for an encoding asks for; `utf-16` leaves the byte order to the file. Null for no label, or an unknown one. */
export function readEncodingLabel(
  label: string | undefined,
): "utf-8" | "utf-16" | Utf16 | "windows-1252" | null {
  const plain = label?.toLowerCase().replace(/[\s_-]/g, "") ?? "";
  if (/^utf8(bom|sig)?$/.test(plain)) return "utf-8";
  if (plain === "utf16") return "utf-16";
  if (plain === "utf16le") return "utf-16le";
  if (plain === "utf16be") return "utf-16be";
  return /^(windows1252|cp1252|latin1|iso88591)$/.test(plain) ? "windows-1252" : null;
}

export function isUtf16(encoding: Encoding): encoding is Utf16 {
  return encoding === "utf-16le" || encoding === "utf-16be";
}

/** The byte order that a byte order mark announces, if the file starts with one of UTF-16. */
export function utf16Mark(head: Uint8Array): Utf16 | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;
}
