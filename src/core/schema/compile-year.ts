import type { TypeReader } from "./cell-fault";

/** A time zone as XML Schema writes it: `Z`, or hours and minutes up to 14:00. */
const zone = "(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?";

const year = new RegExp(`^-?\\d{4}${zone}$`);
export const yearReader: TypeReader = {
  read: (cell) => (year.test(cell) ? Number(cell.slice(0, cell.charCodeAt(0) === 45 ? 5 : 4)) : null),
  explain: () => ({ code: "type-error", params: { expected: "year" } }),
};

const month = new RegExp(`^-?\\d{4}-(?:0[1-9]|1[0-2])${zone}$`);
export const monthReader: TypeReader = {
  read(cell) {
    if (!month.test(cell)) return null;
    const at = cell.charCodeAt(0) === 45 ? 5 : 4;
    return Number(cell.slice(0, at)) * 12 + Number(cell.slice(at + 1, at + 3));
  },
  explain(cell) {
    const parts = /^\s*(?:(\d{4})[/.-]?(\d{1,2})|(\d{1,2})[/.-](\d{4}))\s*$/.exec(cell);
    const text = parts && `${parts[1] ?? parts[4]}-${(parts[2] ?? parts[3] ?? "").padStart(2, "0")}`;
    return {
      code: "type-error",
      params: { expected: "yearmonth", ...(text && month.test(text) && { suggestion: text }) },
    };
  },
};
