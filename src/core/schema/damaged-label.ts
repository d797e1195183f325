import { fold } from "./fold-label";
import { toWindows1252Bytes } from "./windows-1252-bytes";

const mojibake = /[ÂÃâ][\u0080-¿ŒœŠšŽžŸƒˆ˜–—‘-„†‡•…‰‹›€™]/u;

/** True for a label with replacement characters, or with UTF-8 that was read as windows-1252. */
export function isDamaged(label: string): boolean {
  return label.includes("\uFFFD") || mojibake.test(label);
}

/** The one name that a damaged label can have been, null when there is none or more than one. */
export function guessLabel(label: string, names: readonly string[]): string | null {
  const fits = readingOf(label);
  const found = names.filter(fits);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function readingOf(label: string): (name: string) => boolean {
  const repaired = label.includes("\uFFFD") ? null : undoMojibake(label);
  if (repaired !== null && repaired !== label) return (name) => fold(name) === fold(repaired);
  // What was lost was a letter with an accent: one replacement character, or one for each of its two bytes.
  const parts = label.split(/\uFFFD{1,2}|\?/).map(fold);
  return (name) => {
    const plain = [...name.normalize("NFC")];
    if (!plain.some((char) => char > "\u007F")) return false;
    const cut = plain.map((char) => (char > "\u007F" ? "\0" : char)).join("");
    return cut.split("\0").map(fold).join("\0") === parts.join("\0");
  };
}

function undoMojibake(label: string): string | null {
  const bytes = toWindows1252Bytes(label);
  if (bytes === null) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
