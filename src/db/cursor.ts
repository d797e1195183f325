import { z } from "zod";
import { AppError } from "@/errors";

/** Reads a cursor that a page handed out. Throws AppError `invalid-input` for any other text. */
export function readCursor<T>(schema: z.ZodType<T>, cursor: string): T {
  const parsed = schema.safeParse(cursor);
  if (!parsed.success) throw new AppError("invalid-input", "The cursor is not one of this list.");
  return parsed.data;
}

/** Id of a row numbered by the database. */
export const NumberedCursor = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt);

/** Place of a row in a list by time, newest first. */
export const TimedCursor = z
  .string()
  .transform((text) => text.split("_"))
  .pipe(z.tuple([z.iso.datetime(), z.uuid()]))
  .transform(([at, id]) => ({ at: new Date(at), id }));

export function timedCursorOf(row: { createdAt: Date; id: string }): string {
  return `${row.createdAt.toISOString()}_${row.id}`;
}
