import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { HonoAdapter } from "@bull-board/hono";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { onGlobal } from "@/on-global";
import { allQueues } from "./all-queues";
import type { ValidationQueue } from "./backend";

export const boardPath = "/admin/queues";

/** The page names a font's server; the service sends its readers to no other server, and the page has a font without it. */
const foreignLink = /<link href="https?:[^>]*>/g;

/** Answers a request below `boardPath` with Bull Board's page, its files or its figures. Throws when the queue is away. */
export async function answerBoard(request: Request, isReadOnly: boolean): Promise<Response> {
  const queues = await allQueues().open();
  // Connections that were closed and opened anew get a board anew.
  const kept = onGlobal("queue-board", () => new WeakMap<object, Hono>());
  const board = kept.get(queues) ?? makeBoard(Object.values(queues), isReadOnly);
  kept.set(queues, board);
  const response = await board.fetch(request);
  if (!response.headers.get("content-type")?.startsWith("text/html")) return response;
  const page = (await response.text()).replace(foreignLink, "");
  return new Response(page, { status: response.status, headers: response.headers });
}

function makeBoard(queues: ValidationQueue[], readOnlyMode: boolean): Hono {
  const serverAdapter = new HonoAdapter(serveStatic).setBasePath(boardPath);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(shown(queue), { readOnlyMode })),
    serverAdapter,
    options: { uiConfig: { boardTitle: "FacNet Validator", hideDocsLink: true } },
  });
  return new Hono().route(boardPath, serverAdapter.registerPlugin());
}

/** The board's types know Redis alone; it shows queues in PostgreSQL as well. */
function shown(queue: ValidationQueue): ConstructorParameters<typeof BullMQAdapter>[0] {
  return queue as ConstructorParameters<typeof BullMQAdapter>[0];
}
