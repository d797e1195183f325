import { createServer } from "node:net";
import { Stop } from "./stop-with-message.mjs";

function tryListen(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      const { port: taken } = server.address();
      server.close(() => resolve(taken));
    });
  });
}

/** Throws a Stop that says what to do when nobody can listen on the port. */
export async function checkPort(host, port) {
  try {
    await tryListen(host, port);
  } catch (error) {
    if (error.code === "EADDRINUSE") {
      throw new Stop(
        `Port ${port} on ${host} is taken by another program.\n` +
          `Stop that program, or choose another port: PORT=${port === 65535 ? port - 1 : port + 1} npm start`,
      );
    }
    if (error.code === "EACCES")
      throw new Stop(`Port ${port} may not be used by this user. Choose one above 1023: PORT=3000`);
    if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
      throw new Stop(`This machine has no address ${host} (HOST).`);
    throw error;
  }
}

/** The given port when free, else any free one. */
export async function freePort(host, preferred) {
  if (preferred) {
    const port = await tryListen(host, preferred).catch(() => null);
    if (port) return port;
  }
  return tryListen(host, 0);
}
