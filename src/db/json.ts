import { z } from "zod";
import type { Prisma } from "./generated/client";
import { safeJson } from "./safe-text";

const JsonObject = z.record(z.string(), z.json());

/** An object made ready for a jsonb column. */
export function toJson(value: object): Prisma.InputJsonObject {
  return JsonObject.parse(JSON.parse(safeJson(value))) as Prisma.InputJsonObject;
}
