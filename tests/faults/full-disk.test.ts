import { spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeWebSeat, type WebSeat } from "../chaos/web-seat";
import { expectAway, namesOnShelf, post, until } from "./ask-web";
import { fileText, untilCompleted, upload } from "./runs";
import { startWorkerProcess, type WorkerProcess } from "./worker-process";

const room = 128 * 1024;
const shelf = join(String(process.env.DATA_DIR), "files");
const small = "id,name,amount\n1,a,2\n";

let web: WebSeat;
let worker: WorkerProcess;
let isMounted = false;

beforeAll(async () => {
  await upload("small.csv", small);
  await mkdir(shelf, { recursive: true });
  // A real full disk where the machine lets us have one; else the process's own writes find it full.
  isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${room}`, "none", shelf]).status === 0;
  const preload = { NODE_OPTIONS: "--import ./tests/faults/full-disk.mjs", FULL_AFTER: String(room) };
  web = await takeWebSeat(isMounted ? {} : preload);
  worker = startWorkerProcess();
});
afterAll(async () => {
  await worker?.kill();
  await web?.close();
  if (isMounted) spawnSync("umount", [shelf]);
});

test("an upload for which the disk has no room is told so, leaves nothing, and the next that fits is taken", async () => {
  expect(Buffer.byteLength(fileText)).toBeGreaterThan(room);
  const before = await namesOnShelf();
  const { detail } = await expectAway(await until(() => post(web.url), 507), "storage", 507);
  expect(detail).toBe("The file store is full. Nothing was kept; try again when it has room.");

  const headers = { "content-type": "application/octet-stream", "x-file-name": "full.csv" };
  // The connection of an answer that came before the body's end is closed, maybe under the next request.
  const ask = () => fetch(`${web.url}/api/trpc/files.upload`, { method: "POST", headers, body: fileText });
  const answer = await until(ask, 503);
  const { error } = await answer.json();
  expect(error.data).toMatchObject({ appCode: "unavailable", params: { category: "storage", isFull: true } });

  expect(await namesOnShelf()).toEqual(before);
  const { validationId } = await (await until(() => post(web.url, small), 202)).json();
  await untilCompleted(validationId);
});
