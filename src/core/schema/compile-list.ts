import type { TypeReader } from "./cell-fault";
import type { Field } from "./field";
import { isShort } from "./quote-value";

/** Compiles the reading of lists: items of one type in its default form, between delimiters. An empty cell is no item. */
export function compileList({ delimiter = ",", itemType = "string" }: Field, item: TypeReader): TypeReader {
  const isText = itemType === "string";

  /** The first item that is not of the type; null when all are. */
  function firstBad(cell: string): string | null {
    for (let from = 0; from <= cell.length; ) {
      const found = cell.indexOf(delimiter, from);
      const end = found < 0 ? cell.length : found;
      const text = cell.slice(from, end);
      if (item.read(text) === null) return text;
      from = end + delimiter.length;
      if (found < 0) break;
    }
    return null;
  }

  return {
    read: (cell) => (isText || cell === "" || firstBad(cell) === null ? cell : null),
    explain(cell) {
      const items = isShort(cell) ? cell.split(delimiter) : [];
      const trimmed = items.map((text) => text.trim()).join(delimiter);
      const isRepaired = items.length > 0 && trimmed !== cell && firstBad(trimmed) === null;
      return {
        code: "type-error",
        params: {
          expected: "list",
          itemType,
          delimiter,
          item: (firstBad(cell) ?? "").slice(0, 100),
          ...(isRepaired && { suggestion: trimmed }),
        },
      };
    },
    size: (cell) => (cell === "" ? 0 : cell.split(delimiter).length),
    identity: (cell) =>
      cell === "" ? "[]" : JSON.stringify(cell.split(delimiter).map((text) => item.read(text))),
  };
}
