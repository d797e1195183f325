import { z } from "zod";

const Fault = z.object({
  table: z.string(),
  code: z.string(),
  row: z.number().optional(),
  column: z.string().optional(),
});
export type Fault = z.infer<typeof Fault>;

const Refused = z.object({ data: z.object({ params: z.object({ tables: z.array(Fault) }) }) });

/** What is wrong with reference tables, from the error of a save that was refused for them. */
export function tableFaultsOf(error: unknown): Fault[] {
  return Refused.safeParse(error).data?.data.params.tables ?? [];
}
