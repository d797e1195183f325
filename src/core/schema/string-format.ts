import type { CellFault, TypeReader } from "./cell-fault";
import { healthNumberProblem } from "./qc-health-number";

const email =
  /^[^\s@"(),:;<>[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Canada Post's letters: D, F, I, O, Q and U are never used, W and Z not at the start. */
const postalCode = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d$/;
const scheme = /^[a-z][a-z0-9+.-]*:[^\s]+$/i;

const longestEmail = 254;

function formatError(format: string, suggestion: string | null): CellFault {
  return { code: "format-error", params: { format, ...(suggestion !== null && { suggestion }) } };
}

function reader(
  format: string,
  isOf: (cell: string) => boolean,
  repair: (cell: string) => string = (cell) => cell,
): TypeReader {
  return {
    read: (cell) => (isOf(cell) ? cell : null),
    explain(cell) {
      const repaired = cell.length > longestEmail ? cell : repair(cell);
      return formatError(format, repaired !== cell && isOf(repaired) ? repaired : null);
    },
  };
}

const anyText: TypeReader = { read: (cell) => cell, explain: () => formatError("default", null) };

/** Compiles one of `stringFormats`. */
export function compileStringFormat(format: string): TypeReader {
  switch (format) {
    case "email":
      return reader(
        format,
        (cell) => cell.length <= longestEmail && email.test(cell),
        (cell) => cell.replace(/\s/g, "").replace(/^mailto:/i, ""),
      );
    case "uuid":
      return reader(
        format,
        (cell) => uuid.test(cell),
        (cell) => cell.replace(/[{}]/g, ""),
      );
    case "uri":
      return reader(format, (cell) => scheme.test(cell) && URL.canParse(cell));
    case "ca-postal-code":
      return reader(
        format,
        (cell) => postalCode.test(cell),
        (cell) => {
          const bare = cell.replace(/[\s-]/g, "").toUpperCase();
          return `${bare.slice(0, 3)} ${bare.slice(3)}`;
        },
      );
    case "qc-health-number":
      return {
        read: (cell) => (healthNumberProblem(cell) === null ? cell : null),
        explain(cell) {
          if (healthNumberProblem(cell) === "check-digit") return { code: "check-digit", params: { format } };
          const bare = cell.length > longestEmail ? cell : cell.replace(/[\s-]/g, "").toUpperCase();
          return formatError(format, bare !== cell && healthNumberProblem(bare) === null ? bare : null);
        },
      };
    default:
      return anyText;
  }
}
