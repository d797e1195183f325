const deepest = 100;

/**
 * Parses JSON cells, keeping the last result, because type, constraints and keys look at the same cell in turn.
 * Undefined for a cell that is no JSON object or array, or nests more than 100 deep.
 */
export function makeJsonParser(): (cell: string) => unknown {
  let last: string | null = null;
  let value: unknown;
  return (cell) => {
    if (cell === last) return value;
    last = cell;
    value = parse(cell);
    return value;
  };
}

function parse(cell: string): unknown {
  if (!isBracketed(cell) || (cell.length > deepest && isDeep(cell))) return undefined;
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}

/** True for what may be an object or an array, the only JSON that a type asks for; spares most wrong cells an exception. */
function isBracketed(cell: string): boolean {
  const text = cell.trim();
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return (first === 123 && last === 125) || (first === 91 && last === 93);
}

/** What follows recurses into the value, and a cell must not be able to use up the stack. */
function isDeep(cell: string): boolean {
  let depth = 0;
  let isText = false;
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    if (isText) {
      if (code === 92) i++;
      else if (code === 34) isText = false;
    } else if (code === 34) isText = true;
    else if (code === 91 || code === 123) {
      if (++depth > deepest) return true;
    } else if (code === 93 || code === 125) depth--;
  }
  return false;
}

export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON text with the keys of every object sorted, so that equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const parts = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${parts.join(",")}}`;
}
