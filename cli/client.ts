import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { EventSource, type EventSourceFetchInit } from "eventsource";
import type { AppRouter } from "@/server/app-router";
import type { Settings } from "./settings";

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

export type EnqueueInput = Inputs["runs"]["enqueue"];
export type Run = Outputs["runs"]["get"];
export type Batch = Outputs["batches"]["get"];
export type BatchRun = Outputs["batches"]["runs"][number];
export type FindingView = Outputs["runs"]["findings"]["items"][number];
export type Client = ReturnType<typeof createClient>;

/** Where the service's typed procedures are. */
export const trpcUrl = ({ url }: Settings) => `${url}/api/trpc`;

/** The headers by which the service knows the caller. */
export function authorization({ token }: Settings): Record<string, string> {
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** The service's typed procedures, subscriptions included. */
export function createClient(settings: Settings) {
  const url = trpcUrl(settings);
  const headers = authorization(settings);
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (op) => op.type === "subscription",
        true: httpSubscriptionLink({
          url,
          EventSource,
          eventSourceOptions: {
            fetch: (address: string | URL, init: EventSourceFetchInit) =>
              fetch(address, { ...init, headers: { ...init.headers, ...headers } }),
          },
        }),
        false: httpLink({ url, headers }),
      }),
    ],
  });
}
