import type { Actor } from "@/services/context";

/** What tRPC procedures are given: the actor, and the request's headers for the name and size of an upload. */
export interface ServerContext {
  actor: Actor;
  headers: Headers;
}
