import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/app-router";

type Outputs = inferRouterOutputs<AppRouter>;
type Inputs = inferRouterInputs<AppRouter>;
type Yielded<T> =
  T extends AsyncIterable<infer Item> ? (Item extends { data: infer Data } ? Data : Item) : never;

// What the browser gets, taken from the router so that page and service cannot drift apart.
export type RunsPage = Outputs["runs"]["list"];
export type Run = RunsPage["items"][number];
export type RunDetail = Outputs["runs"]["get"];
export type FindingsPage = Outputs["runs"]["findings"];
export type KeptFinding = FindingsPage["items"][number];
export type Total = Outputs["runs"]["totals"][number];
export type Batch = Outputs["batches"]["get"];
export type BatchRun = Outputs["batches"]["runs"][number];
export type BatchEvent = Yielded<Outputs["batches"]["watch"]>;
export type Days = Outputs["runs"]["days"];
export type Comparison = Outputs["runs"]["compare"];
export type CompareChoices = Outputs["runs"]["compareChoices"];
export type RulesetSummary = Outputs["rulesets"]["list"][number];
export type RulesetCheck = Outputs["rulesets"]["check"];
export type RulesetPreview = Outputs["rulesets"]["try"];
export type WatchEvent = Yielded<Outputs["runs"]["watch"]>;
export type RunsEvent = Yielded<Outputs["runs"]["watchAll"]>;
export type ReadOptions = NonNullable<Inputs["runs"]["enqueue"]["options"]>;
export type Webhook = Outputs["webhooks"]["list"][number];
export type Delivery = Outputs["webhooks"]["deliveries"]["items"][number];
export type QueueState = Outputs["queue"]["figures"];
export type QueueHistory = Outputs["queue"]["history"];
