import { z } from "zod";
import type { Context } from "@/services/context";
import { listDays } from "@/services/list-days";
import { type IdRoute, runIdOf } from "./id-route";
import { json } from "./json";

const whole = z.number().int();
const gathered = {
  counts: z.object({ error: whole, warning: whole, info: whole }),
  atStake: z.number().nullable().meta({ description: "Money at stake in errors and warnings." }),
  missed: z.number().nullable().meta({ description: "Money that findings of severity info point to." }),
};

/** The answer of `GET /api/validations/:id/days`. */
export const Days = z
  .object({
    by: z.string().meta({ description: "The field that says whose findings they are." }),
    day: z.string().nullable().meta({ description: "The date field." }),
    currency: z.string().nullable(),
    keptOnly: z.boolean().meta({ description: "True when not every finding of these codes is kept." }),
    subjects: z.array(
      z.object({
        key: z.string().meta({ description: "Stands for the subject in the filter of findings." }),
        subject: z.string(),
        ...gathered,
        days: z.array(z.object({ day: z.iso.date().nullable(), ...gathered })),
      }),
    ),
  })
  .meta({ id: "Days" });
export type Days = z.infer<typeof Days>;

/** The kept findings of a run by subject and day. */
export async function days(_request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const answer: Days = await listDays({ ctx, input: { runId: await runIdOf(route) } });
  return json(answer);
}
