import { env } from "@/env";
import { AppError } from "@/errors";
import { answerBoard, boardPath } from "@/queue/board";
import type { Call } from "./context";

const reading = new Set(["GET", "HEAD"]);

/**
 * What the board may change where it may change anything: none of it can alter what is true of a run. A job that is
 * removed is put back, and one that is tried again finds its run ended. Docs: docs/decisions/0015-queue-page-and-board.md.
 */
const harmless = [
  new RegExp(`^${boardPath}/api/queues/[^/]+/(pause|resume)$`),
  new RegExp(`^${boardPath}/api/queues/[^/]+/[^/]+/(retry|clean|promote)$`),
  new RegExp(`^${boardPath}/api/queues/[^/]+/(retry|clean)/[^/]+$`),
];

/**
 * Bull Board's answer to a request. It shows the jobs of every owner: run ids and file names, never a cell's value.
 * Throws AppError `forbidden` for a change that is not allowed, and any other Error when the queue is away.
 */
export async function queueBoard({ input: request }: Call<Request>): Promise<Response> {
  const { QUEUE_BOARD_ACTIONS: mayAct } = env();
  const { pathname } = new URL(request.url);
  const isAllowed =
    reading.has(request.method) ||
    (mayAct && request.method === "PUT" && harmless.some((pattern) => pattern.test(pathname)));
  if (!isAllowed)
    throw new AppError("forbidden", "The queue board may not change this. See QUEUE_BOARD_ACTIONS.");
  return answerBoard(request, !mayAct);
}
