import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface RawRequest {
  port: number;
  path: string;
  headers: Record<string, string>;
}

/** Opens a socket and sends a POST's head; what follows it is the caller's to send, to cut or to leave out. */
export async function sendHead({ port, path, headers }: RawRequest): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  return socket;
}

/** One chunk of a body in chunked transfer coding; empty text is the end of the body. */
export function chunkOf(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}
