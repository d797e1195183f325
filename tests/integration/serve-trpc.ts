import { once } from "node:events";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { incomingMessageToRequest } from "@trpc/server/adapters/node-http";
import { answerTrpc } from "@/server/answer-trpc";

/** The service's own procedures behind a real port, without its pages. */
export async function serveTrpc() {
  const server = createServer(async (incoming, outgoing) => {
    const response = await answerTrpc(incomingMessageToRequest(incoming, outgoing, { maxBodySize: null }));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (!response.body) outgoing.end();
    else await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing).catch(() => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
