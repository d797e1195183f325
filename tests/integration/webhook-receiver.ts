import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  path: string;
}

/** A real HTTP server on this machine; `answers` gives the status of each request in turn, then 204. */
export async function startReceiver(answers: number[] = []) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = request.url ?? "";
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString(), path });
    const status = answers.shift() ?? 204;
    response.writeHead(status, status >= 300 && status < 400 ? { location: "/elsewhere" } : {}).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((closed) => server.close(() => closed()));
  return { url: `http://127.0.0.1:${port}/hook`, received, answers, stop };
}
