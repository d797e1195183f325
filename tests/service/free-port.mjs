import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Holds a port of this machine until its server is closed.
 * @returns {Promise<{ server: import("node:net").Server; port: number }>}
 */
export async function listenSomewhere() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return { server, port: address.port };
}

/** A port that nothing listens on. */
export async function freePort() {
  const { server, port } = await listenSomewhere();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
