import type { FileScan } from "./file-scan";

type Seen = Pick<FileScan, "endings" | "anywhere">;

/** `lf`, `crlf`, `cr`, `mixed` or `none`: how the file's lines end. */
export function nameEnding(scan: Seen): string {
  const { endings, anywhere } = scan;
  // A stray quote hides the endings after it.
  const { crlf, lf, cr } = endings.crlf + endings.lf + endings.cr > 0 ? endings : anywhere;
  if (crlf > 0 && lf > 0) return "mixed";
  if (crlf + lf > 0 && recordEndings(scan).includes("\r")) return "mixed";
  if (crlf > 0) return "crlf";
  if (lf > 0) return "lf";
  return cr > 0 ? "cr" : "none";
}

/** What ends a record, as few as the file needs. A CR alone is text unless most lines end with it. */
export function recordEndings({ endings, anywhere }: Seen, asked?: "\n" | "\r\n" | "\r"): string[] {
  const { crlf, lf } = anywhere;
  if (asked === "\r\n") return ["\r\n"];
  if (asked) return crlf > 0 ? ["\r\n", asked] : [asked];
  const found = [...(crlf > 0 ? ["\r\n"] : []), ...(lf > 0 ? ["\n"] : [])];
  if (endings.cr > endings.crlf + endings.lf || (found.length === 0 && anywhere.cr > 0)) found.push("\r");
  return found.length > 0 ? found : ["\n"];
}
