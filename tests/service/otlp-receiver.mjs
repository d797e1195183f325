import { once } from "node:events";
import { createServer } from "node:http";
import { gunzipSync } from "node:zlib";

/**
 * A collector for OTLP over HTTP that takes JSON, and keeps what it was sent as bytes and as spans.
 * @param {{ answers?: boolean }} [options] `answers: false` takes every request and never answers it.
 */
export async function startOtlpReceiver({ answers = true } = {}) {
  /** @type {Buffer[]} */
  const bodies = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    bodies.push(request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body);
    if (answers) response.writeHead(200, { "content-type": "application/json" }).end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests: () => bodies.length,
    text: () => bodies.map((body) => body.toString("latin1")).join("\n"),
    /** Each span with the name of the service that made it, and its attributes by name. */
    spans: () => bodies.flatMap((body) => JSON.parse(body.toString("utf8")).resourceSpans.flatMap(spansOf)),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function spansOf({ resource, scopeSpans }) {
  const { "service.name": service } = attributesOf(resource.attributes);
  return scopeSpans.flatMap(({ spans }) =>
    spans.map((span) => ({ ...span, service, attributes: attributesOf(span.attributes) })),
  );
}

function attributesOf(list = []) {
  return Object.fromEntries(
    list.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue ?? value.doubleValue)]),
  );
}
