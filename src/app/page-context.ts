import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { AppError } from "@/errors";
import { guard } from "@/server/guard";
import type { Context } from "@/services/context";
import { pageRequest } from "./page-request";

/** Who looks at the page. Judged here as well as in the proxy, so that no page depends on the proxy's matcher. */
export async function pageContext(): Promise<Context> {
  const incoming = await headers();
  try {
    return { actor: guard(pageRequest("http://page.local/", incoming)) };
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthorized") redirect("/sign-in");
    throw error;
  }
}

/** The service's answer, or the page that says that nothing is at this address. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  }
}
