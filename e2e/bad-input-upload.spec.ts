import type { Socket } from "node:net";
import { expect, test } from "@playwright/test";
import { type Service, startService } from "../tests/service/start-service.mjs";
import { doors } from "./doors";
import { whatIsKept } from "./kept";
import { chunkOf, sendHead } from "./raw-request";

const limit = 4 << 20;
const part = "1,Ada,2\n".repeat(8192);

let service: Service;
test.beforeAll(async () => {
  service = await startService({ MAX_UPLOAD_BYTES: String(limit) });
});
test.afterAll(() => service.stop());

const kept = () => whatIsKept(service.dataDir);
const expectNoComplaint = () => expect(service.output()).not.toMatch(/"level":[4-6]0/);

const leaving: [string, (socket: Socket) => void][] = [
  ["closes", (socket) => socket.end()],
  ["resets", (socket) => socket.resetAndDestroy()],
];

for (const { name, path, headers, before, after } of doors) {
  for (const isChunked of [false, true]) {
    const way = `${name} ${isChunked ? "in chunks" : "with its length"}`;

    for (const [how, leave] of leaving) {
      test(`an upload by ${way} whose sender ${how} the connection leaves nothing`, async () => {
        const earlier = await kept();
        const size = before.length + 2 * part.length + after.length;
        const framing: Record<string, string> = isChunked
          ? { "transfer-encoding": "chunked" }
          : { "content-length": String(size) };
        const socket = await sendHead({ port: service.port, path, headers: { ...headers, ...framing } });
        socket.on("error", () => {});
        socket.write(isChunked ? chunkOf(before + part) : before + part);
        await expect
          .poll(async () => (await kept()).shelf, { message: "the upload is under way" })
          .toContainEqual(expect.stringMatching(/\.partial$/));
        leave(socket);
        await expect.poll(kept).toEqual(earlier);
        expect((await fetch(`${service.url}/api/health`)).status).toBe(200);
        expectNoComplaint();
      });
    }

    for (const [how, bytes] of [
      ["one byte", limit + 1],
      ["twenty times", 20 * limit],
    ] as const) {
      test(`a file ${how} past the limit by ${way} is answered 413 and leaves nothing`, async () => {
        const earlier = await kept();
        const answer = await send(path, headers, [before, fileOf(bytes), after], isChunked);
        expect(answer.status).toBe(413);
        const text = await answer.text();
        expect(text).toContain(`larger than the limit of ${limit} bytes`);
        expect(text).toContain("too-large");
        await expect.poll(kept).toEqual(earlier);
        expectNoComplaint();
      });
    }

    test(`a file of just the limit by ${way} is taken whole`, async () => {
      const earlier = await kept();
      const answer = await send(path, headers, [before, fileOf(limit), after], isChunked);
      expect(answer.ok).toBe(true);
      expect((await kept()).files).toBe(earlier.files + 1);
    });
  }
}

test("a size that is announced past the limit is refused before a byte of the body", async () => {
  for (const { path, headers } of doors) {
    const tooLarge = { ...headers, "content-length": String(20 * limit) };
    const socket = await sendHead({ port: service.port, path, headers: tooLarge });
    const [answer] = await new Promise<Buffer[]>((resolve, reject) => {
      socket.once("data", (data) => resolve([data]));
      socket.once("error", reject);
    });
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  }
});

const fileOf = (bytes: number) => new Blob([Buffer.alloc(bytes, part)]);

/** Streams the parts without a length when `isChunked`, else sends them with one. */
function send(path: string, headers: Record<string, string>, parts: BlobPart[], isChunked: boolean) {
  const whole = new Blob(parts);
  const init = { method: "POST", headers, body: isChunked ? whole.stream() : whole, duplex: "half" };
  return fetch(service.url + path, init);
}
