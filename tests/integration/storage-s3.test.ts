import { mkdtemp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, expect, it, vi } from "vitest";
import { env } from "@/env";
import { storage } from "@/storage/storage";
import { startS3 } from "../service/start-s3.mjs";
import { describeStorage, keysOnShelf } from "./storage-cases";

const s3 = await startS3();
Object.assign(process.env, s3.settings, { S3_PREFIX: "ours/" });
afterAll(s3.close);

const left = async () => (await s3.left()).sort();

const bytes = Buffer.from("a;b\n1;2\n");
const options = { maxBytes: 1e9 };
const soon = { timeout: 15_000, interval: 20 };
const another = new S3Client({
  endpoint: s3.settings.S3_ENDPOINT,
  region: "us-east-1",
  forcePathStyle: true,
  credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
});
const mark = { Bucket: s3.bucket, Key: "ours/deployment" };
describeStorage("S3", left, () => another.send(new DeleteObjectCommand(mark)));
const strange = { Bucket: s3.bucket, Key: "theirs/11111111-1111-4111-8111-111111111111" };

it("uploads that nobody ended are aborted once they are old, and only ours", async () => {
  for (const Key of ["ours/22222222-2222-4222-8222-222222222222", "ours/report.csv", strange.Key])
    await another.send(new CreateMultipartUploadCommand({ ...strange, Key }));
  expect(await storage().dropUnfinished(new Date(Date.now() - 60_000))).toBe(0);
  expect(await storage().dropUnfinished(new Date(Date.now() + 60_000))).toBe(1);
  expect(await storage().dropUnfinished(new Date(Date.now() + 60_000))).toBe(0);
});

it("what others keep in the bucket is not among the keys", async () => {
  for (const Key of ["ours/report.csv", strange.Key])
    await another.send(new PutObjectCommand({ ...strange, Key, Body: "x" }));
  const { key } = await storage().save(Readable.from([bytes]), options);
  const keys = (await keysOnShelf()).map((one) => one.key);
  expect(keys).toContain(key);
  expect(keys).not.toContain("report.csv");
  expect(keys).not.toContain(strange.Key.slice("theirs/".length));
});

it("a server that dies in the middle of a download is a fault of the shelf, and no copy is taken for whole", async () => {
  const saved = await storage().save(Readable.from([Buffer.alloc(2_000_000, "x")]), options);
  const into = await mkdtemp(join(env().DATA_DIR, "into-"));
  const stalled = s3.stallDownloads();
  const placing = storage().place(saved, { into });
  placing.catch(() => {});
  await stalled;
  await s3.stop();
  await expect(placing).rejects.toMatchObject({ name: "StorageFault" });
  await s3.start();
  const again = await mkdtemp(join(env().DATA_DIR, "into-"));
  expect(await storage().place(saved, { into: again })).toContain(again);
});

it("a server that dies in the middle of an upload lets go of the sender, and what it holds goes with the sweep", async () => {
  const before = await left();
  let letGo = false;
  async function* endless() {
    try {
      yield Buffer.alloc(6 * 1024 ** 2);
      // The first part is whole on the server's disk.
      await vi.waitFor(async () => expect(await left()).toContain("1.md5"), soon);
      await s3.stop();
      for (;;) yield Buffer.alloc(64 * 1024);
    } finally {
      letGo = true;
    }
  }
  const saving = storage().save(Readable.from(endless()), options);
  await expect(saving).rejects.toMatchObject({ name: "StorageFault", code: "ECONNREFUSED" });
  expect(letGo).toBe(true);
  await s3.start();
  expect(await left()).not.toEqual(before);
  await storage().dropUnfinished(new Date(Date.now() + 60_000));
  expect(await left()).toEqual(before);
});

it("a copy that is not what was saved is refused", async () => {
  const saved = await storage().save(Readable.from([bytes]), options);
  for (const changed of [{ sha256: "00" }, { bytes: bytes.length - 1 }, { bytes: bytes.length + 1 }]) {
    const into = await mkdtemp(join(env().DATA_DIR, "into-"));
    const placing = storage().place({ ...saved, ...changed }, { into });
    await expect(placing).rejects.toMatchObject({ name: "StorageFault", code: "Mismatch" });
  }
});

it("a disk without room for the copy is left alone", async () => {
  const saved = await storage().save(Readable.from([bytes]), options);
  const into = await mkdtemp(join(env().DATA_DIR, "into-"));
  const placing = storage().place({ ...saved, bytes: 2 ** 60 }, { into });
  await expect(placing).rejects.toMatchObject({ name: "StorageFault", code: "ENOSPC" });
  expect(await readdir(into)).toEqual([]);
});

it("a server that is away is a fault of the shelf, not a file that is gone, and nothing is kept when it is back", async () => {
  const { key } = await storage().save(Readable.from([bytes]), options);
  const before = await left();
  await s3.stop();
  const away = { name: "StorageFault", code: "ECONNREFUSED" };
  await expect(storage().save(Readable.from([bytes]), options)).rejects.toMatchObject(away);
  await expect(storage().exists(key)).rejects.toMatchObject(away);
  await expect(storage().open(key)).rejects.toMatchObject(away);
  await expect(storage().remove(key)).rejects.toMatchObject(away);
  await expect(storage().check()).rejects.toMatchObject(away);
  await s3.start();
  expect(await left()).toEqual(before);
  expect(await storage().exists(key)).toBe(true);
});
