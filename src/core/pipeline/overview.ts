import { valueReader } from "../rules/row-values";
import type { Overview } from "../schema/reference-table";
import type { TableSchema } from "../schema/table-schema";
import type { OverviewReader } from "./tally";

/** Reads whose row it is, and of which day, as the ruleset's overview says. */
export function overviewReader(
  { fields, missingValues }: TableSchema,
  { by, day }: Overview,
  columnOf: (field: string) => number,
): OverviewReader {
  const subjectAt = columnOf(by);
  const dayField = fields.find(({ name }) => name === day);
  const dayAt = day === undefined ? -1 : columnOf(day);
  const readDay = dayField ? valueReader(dayField, missingValues) : () => undefined;
  return (cells) => {
    const subject = cells[subjectAt]?.trim();
    if (!subject) return undefined;
    const value = readDay(cells[dayAt]);
    return { subject, day: value instanceof Date ? value.toISOString().slice(0, 10) : null };
  };
}
