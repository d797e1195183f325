import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { insertFile } from "@/db/insert-file";
import { markFileRemoved } from "@/db/mark-file-removed";
import { env } from "@/env";
import type { StoredKey } from "@/storage/contract";
import { storage } from "@/storage/storage";
import { sweepShelf } from "../../worker/sweep-shelf";

const bytes = Buffer.alloc(200_000, "abc;déf\n");
/** More than two parts of a multipart upload. */
const large = Buffer.alloc(12_000_000, "0123456789abcde\n");
const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");
const contentOf = async (key: string) => buffer(await storage().open(key));

export async function keysOnShelf(): Promise<StoredKey[]> {
  const keys: StoredKey[] = [];
  for await (const batch of storage().keys()) keys.push(...batch);
  return keys;
}

async function newFolder(): Promise<string> {
  await mkdir(env().DATA_DIR, { recursive: true });
  return mkdtemp(join(env().DATA_DIR, "into-"));
}

async function* thenBreak(...chunks: Buffer[]) {
  yield* chunks;
  throw new Error("the connection was reset");
}

/** What every shelf must do. `left` names whatever it holds, finished or not. */
export function describeStorage(
  kind: string,
  left: () => Promise<string[]>,
  removeMark: () => Promise<unknown>,
): void {
  describe(`save on ${kind}`, () => {
    it("keeps the bytes under a name of its own, counted and hashed", async () => {
      const source = Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]);
      const saved = await storage().save(source, { maxBytes: bytes.length });
      expect(saved).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) });
      expect(sha256(await contentOf(saved.key))).toBe(saved.sha256);
      expect(await storage().exists(saved.key)).toBe(true);
    });

    it("takes a web stream, an empty one, and one of many parts", async () => {
      const web = await storage().save(new Blob([bytes]).stream(), { maxBytes: 1e6 });
      expect(sha256(await contentOf(web.key))).toBe(sha256(bytes));
      const empty = await storage().save(Readable.from([]), { maxBytes: 1 });
      expect(empty).toMatchObject({ bytes: 0, sha256: sha256(Buffer.alloc(0)) });
      expect(await contentOf(empty.key)).toHaveLength(0);
      const many = await storage().save(Readable.from([large]), { maxBytes: 1e9 });
      expect(many).toMatchObject({ bytes: large.length, sha256: sha256(large) });
      expect(sha256(await contentOf(many.key))).toBe(many.sha256);
    });

    it.each([
      ["small", bytes],
      ["large", large],
    ])("keeps nothing of a %s file past the limit", async (_, content) => {
      const before = await left();
      const saving = storage().save(Readable.from([content, bytes]), { maxBytes: content.length });
      await expect(saving).rejects.toMatchObject({ code: "too-large" });
      expect(await left()).toEqual(before);
    });

    it.each([
      ["small", bytes],
      ["large", large],
    ])("keeps nothing of a %s upload that is cut", async (_, content) => {
      const before = await left();
      const saving = storage().save(Readable.from(thenBreak(content, bytes)), { maxBytes: 1e9 });
      await expect(saving).rejects.toThrow("reset");
      expect(await left()).toEqual(before);
    });

    it.each([
      ["small", bytes],
      ["large", large],
    ])(
      "keeps nothing of a %s upload that is aborted, even while the sender says nothing",
      async (_, content) => {
        const before = await left();
        const leaving = new AbortController();
        const silent = new ReadableStream<Uint8Array>({
          start: (sender) => sender.enqueue(content),
          pull: () => {
            leaving.abort(new Error("the sender left"));
            return new Promise(() => {});
          },
        });
        const saving = storage().save(silent, { maxBytes: 1e9, signal: leaving.signal });
        await expect(saving).rejects.toThrow("the sender left");
        expect(await left()).toEqual(before);
      },
    );
  });

  describe(`a file on ${kind}`, () => {
    it("lies on this machine once it was asked for, the same bytes", async () => {
      const saved = await storage().save(Readable.from([large]), { maxBytes: 1e9 });
      const told: number[] = [];
      const into = await newFolder();
      const path = await storage().place(saved, { into, onBytes: (copied) => told.push(copied) });
      expect(sha256(await readFile(path))).toBe(saved.sha256);
      // A copy is told to its end, and as it grows; what lies here already is no copy.
      const copies = await readdir(into);
      expect(told.at(-1)).toBe(copies.length === 0 ? undefined : large.length);
      expect(told).toEqual([...told].sort((a, b) => a - b));
    });

    it("that is gone is said to be gone, whoever asks for it", async () => {
      const saved = await storage().save(Readable.from([bytes]), { maxBytes: 1e9 });
      await storage().remove(saved.key);
      await storage().remove(saved.key);
      expect(await storage().exists(saved.key)).toBe(false);
      await expect(storage().open(saved.key)).rejects.toMatchObject({ code: "file-gone" });
      const placing = storage().place(saved, { into: await newFolder() });
      await expect(placing).rejects.toMatchObject({ code: "file-gone" });
    });

    it("is told with the time when it came, and not while it is being sent", async () => {
      const saved = await storage().save(Readable.from([bytes]), { maxBytes: 1e9 });
      let go = () => {};
      const held = new Promise<void>((resolve) => {
        go = resolve;
      });
      let underWay = () => {};
      const sent = new Promise<void>((resolve) => {
        underWay = resolve;
      });
      async function* slowly() {
        yield large;
        underWay();
        await held;
      }
      const saving = storage().save(Readable.from(slowly()), { maxBytes: 1e9 });
      await sent;
      const keys = await keysOnShelf();
      const found = keys.find(({ key }) => key === saved.key);
      expect(Math.abs(Date.now() - (found?.savedAt.getTime() ?? 0))).toBeLessThan(600_000);
      go();
      const { key } = await saving;
      expect(keys.map((one) => one.key)).not.toContain(key);
      expect((await keysOnShelf()).map((one) => one.key)).toContain(key);
    });

    it("has no other name than the one that save() gave", async () => {
      for (const key of ["../secret", "a/b", "", "x.partial"])
        await expect((async () => storage().open(key))()).rejects.toThrow("storage key");
    });
  });

  it(`the sweep takes what no row names from ${kind} once it is old enough, and leaves the rest`, async () => {
    const save = () => storage().save(Readable.from([bytes]), { maxBytes: 1e9 });
    const [lost, named, removed] = [await save(), await save(), await save()];
    for (const saved of [named, removed]) {
      const { key: storageKey, bytes, sha256 } = saved;
      const file = await insertFile({ ownerId: "local", name: "a.csv", storageKey, bytes, sha256 });
      if (saved === removed) await markFileRemoved(file.id);
    }
    const remain = async () => Promise.all([lost, named, removed].map(({ key }) => storage().exists(key)));
    await sweepShelf();
    expect(await remain()).toEqual([true, true, true]);
    await removeMark();
    expect(await storage().claim("another database")).toBe(true);
    await sweepShelf(new Date(Date.now() + 2 * 3_600_000));
    expect(await remain()).toEqual([true, true, true]);
    await removeMark();
    await sweepShelf(new Date(Date.now() + 2 * 3_600_000));
    expect(await remain()).toEqual([false, true, false]);
  });

  it(`the check of ${kind} is content`, async () => {
    await storage().check();
  });
}
