import { z } from "zod";
import { DialectSettings } from "@/core/csv/dialect-settings";

/** How the file is read, where a person has said so. */
export const RunOptions = DialectSettings.extend({ skipLines: z.number().int().optional() });
export type RunOptions = z.infer<typeof RunOptions>;
