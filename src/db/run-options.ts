import { z } from "zod";

/** How the file is read, where a person has said so. */
export const RunOptions = z.object({
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  header: z.boolean().optional(),
});
export type RunOptions = z.infer<typeof RunOptions>;
