import type { TypedCell, TypeReader } from "./compile-type";
import { isHealthNumberSound, readsAsHealthNumber } from "./qc-health-number";

const email =
  /^[^\s@"(),:;<>[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Canada Post's letters: D, F, I, O, Q and U are never used, W and Z not at the start. */
const postalCode = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d$/;

function formatError(format: string, suggestion?: string): TypedCell {
  return {
    fault: { code: "format-error", params: { format, ...(suggestion !== undefined && { suggestion }) } },
  };
}

/** Compiles one of the formats of `stringFormats`. */
export function compileStringFormat(format: string): TypeReader {
  switch (format) {
    case "email":
      return byPattern(format, email);
    case "uuid":
      return byPattern(format, uuid);
    case "uri":
      return (cell) => (URL.canParse(cell) && !/\s/.test(cell) ? { value: cell } : formatError(format));
    case "ca-postal-code":
      return (cell) => {
        if (postalCode.test(cell)) return { value: cell };
        const upper = cell.trim().toUpperCase();
        return formatError(format, postalCode.test(upper) ? upper : undefined);
      };
    case "qc-health-number":
      return (cell) => {
        if (!readsAsHealthNumber(cell)) return formatError(format);
        if (isHealthNumberSound(cell)) return { value: cell };
        return { fault: { code: "check-digit", params: { format } } };
      };
    default:
      return (cell) => ({ value: cell });
  }
}

function byPattern(format: string, pattern: RegExp): TypeReader {
  return (cell) => (cell.length <= 320 && pattern.test(cell) ? { value: cell } : formatError(format));
}
