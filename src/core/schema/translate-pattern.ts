const space = "\\t-\\r \\x{a0}\\x{feff}\\p{Z}";
const hex = /^(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2}))/;
const property = /^[pP]\{[\w=]+\}/;
const group = /^\((?:\?:|\?<[A-Za-z_]\w*>|(?!\?))/;

/** A JavaScript expression in the syntax of RE2, with the same meaning; null when it has what RE2 has not. */
export function translatePattern(source: string): string | null {
  let at = 0;
  let out = "";
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === "\\") {
      const escaped = translateEscape(source.slice(at + 1), false);
      if (escaped === null) return null;
      out += escaped.text;
      at += 1 + escaped.length;
    } else if (char === "[") {
      const set = translateSet(source, at);
      if (set === null) return null;
      out += set.text;
      at = set.end;
    } else if (char === "(") {
      const head = group.exec(source.slice(at))?.[0];
      if (head === undefined) return null;
      out += head;
      at += head.length;
    } else {
      out += char === "." ? "[^\\n\\r\\x{2028}\\x{2029}]" : char;
      at++;
    }
  }
  return out;
}

function translateSet(source: string, from: number): { text: string; end: number } | null {
  const isNegated = source[from + 1] === "^";
  let at = from + (isNegated ? 2 : 1);
  let text = "";
  while (at < source.length && source[at] !== "]") {
    const char = source.charAt(at);
    if (char !== "\\") {
      text += char === "[" ? "\\[" : char;
      at++;
      continue;
    }
    const escaped = translateEscape(source.slice(at + 1), true);
    if (escaped === null) return null;
    text += escaped.text;
    at += 1 + escaped.length;
  }
  if (text === "") return isNegated ? { text: "[\\x{0}-\\x{10ffff}]", end: at + 1 } : null;
  return { text: `[${isNegated ? "^" : ""}${text}]`, end: at + 1 };
}

/** Translates what follows a backslash. */
function translateEscape(rest: string, inSet: boolean): { text: string; length: number } | null {
  const char = rest.charAt(0);
  const one = (text: string) => ({ text, length: 1 });
  if (char === "s") return one(inSet ? space : `[${space}]`);
  if (char === "S") return inSet ? null : one(`[^${space}]`);
  if (char === "b" || char === "B") return inSet ? null : one(`\\${char}`);
  if (char !== "" && "dDwWtnrf".includes(char)) return one(`\\${char}`);
  if (char === "v") return one("\\x{b}");
  if (char === "0" && !/^\d/.test(rest.slice(1))) return one("\\x{0}");
  const code = hex.exec(rest);
  if (code) {
    const digits = code[1] ?? code[2] ?? code[3] ?? "";
    const isHalf = /^d[89a-f]/i.test(digits) && digits.length === 4;
    return isHalf ? null : { text: `\\x{${digits}}`, length: code[0].length };
  }
  const named = property.exec(rest)?.[0];
  if (named !== undefined) return { text: `\\${named}`, length: named.length };
  return /^[^A-Za-z0-9\s]/.test(char) ? one(`\\${char}`) : null;
}
