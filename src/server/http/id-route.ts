import { z } from "zod";
import { AppError } from "@/errors";

/** The parameters of a route with `[id]` in its path, as Next hands them over. */
export interface IdRoute {
  params: Promise<{ id: string }>;
}

/** The run id of the path. Throws AppError `not-found` for what cannot be one. */
export const runIdOf = (route: IdRoute): Promise<string> => idOf(route, "run");

/** The batch id of the path. Throws AppError `not-found` for what cannot be one. */
export const batchIdOf = (route: IdRoute): Promise<string> => idOf(route, "batch");

async function idOf(route: IdRoute, thing: string): Promise<string> {
  const id = z.uuid().safeParse((await route.params).id);
  if (!id.success) throw new AppError("not-found", `There is no such ${thing}.`);
  return id.data;
}
