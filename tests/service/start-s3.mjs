import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.mjs";
import { root } from "./program.mjs";

const bucket = "facnet-test";
const program = join(root, "tests", "service", "s3-server.mjs");

/** An S3 server with one bucket; `stop` and `start` it as often as you like, on one address and with one memory. */
export async function startS3() {
  const folder = await mkdtemp(join(tmpdir(), "facnet-s3-"));
  const port = await freePort();
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;

  const start = async () => {
    child = fork(program, [folder, String(port), bucket], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      // It makes its page tokens with a cipher that OpenSSL has put aside.
      execArgv: ["--openssl-legacy-provider"],
    });
    const ended = once(child, "exit").then(() => Promise.reject(new Error("the S3 server ended at once")));
    await Promise.race([once(child, "message"), ended]);
    ended.catch(() => {});
  };
  const stop = async () => {
    if (!child) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
    child = undefined;
  };
  await start();
  return {
    bucket,
    /** The settings of a process that keeps its files here. */
    settings: {
      S3_BUCKET: bucket,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: "S3RVER",
      S3_SECRET_ACCESS_KEY: "S3RVER",
    },
    start,
    stop,
    /** From now on every download stops in its middle; the promise is for the first that has. */
    async stallDownloads() {
      if (!child) throw new Error("the S3 server does not run");
      const stalled = once(child, "message");
      child.send("stall");
      await stalled;
    },
    /** Objects and parts that lie in the bucket, by the names of their files, but for the mark of its deployment. */
    async left() {
      const entries = await readdir(join(folder, bucket), { recursive: true, withFileTypes: true });
      const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
      return names.filter((name) => !name.startsWith("deployment."));
    },
    async close() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
