import type { Params } from "../findings/finding";
import { compileConstraints } from "./compile-constraints";
import { compileType } from "./compile-type";
import { quoteValue } from "./quote-value";
import type { Field } from "./table-schema";

export interface CellFault {
  code: string;
  params: Params;
}

/** Judges one cell; null when nothing is wrong with it. */
export type CellCheck = (cell: string) => CellFault | null;

const remembered = 512;

/** Compiles a field's type and constraints into one check. The first fault of a cell is the one reported. */
export function compileField(field: Field, missingValues: string[]): CellCheck {
  const missing = new Set(field.missingValues ?? missingValues);
  const required = field.constraints?.required === true;
  const readType = compileType(field);
  const checkConstraints = compileConstraints(field, readType);
  const sound = new Set<string>();
  return (cell) => {
    if (sound.has(cell)) return null;
    const fault = judge(cell);
    if (fault === null && cell.length <= 32) {
      if (sound.size >= remembered) sound.clear();
      sound.add(cell);
    }
    return fault;
  };

  function judge(cell: string): CellFault | null {
    if (missing.has(cell)) return required ? { code: "required", params: {} } : null;
    const read = readType(cell);
    if ("fault" in read) {
      const trimmed = cell.trim();
      const code = read.fault.code;
      const suggestion =
        trimmed !== cell && !("fault" in readType(trimmed)) ? trimmed : read.fault.params.suggestion;
      return {
        code,
        params: {
          ...read.fault.params,
          value: quoteValue(cell),
          ...(suggestion !== undefined && { suggestion }),
        },
      };
    }
    return checkConstraints?.(cell, read.value) ?? null;
  }
}
