import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { env } from "@/env";
import { storage } from "@/storage/local-storage";

const bytes = Buffer.alloc(200_000, "abc;déf\n");
const shelf = () => readdir(join(env().DATA_DIR, "files")).catch(() => []);

describe("save", () => {
  it("keeps the bytes under a name of its own, counted and hashed", async () => {
    const saved = await storage().save(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), {
      maxBytes: bytes.length,
    });
    expect(saved.bytes).toBe(bytes.length);
    expect(saved.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(await readFile(storage().pathOf(saved.key))).toEqual(bytes);
    expect(await buffer(storage().open(saved.key))).toEqual(bytes);
    expect(await storage().exists(saved.key)).toBe(true);
  });

  it("takes a web stream, and an empty one", async () => {
    const { key } = await storage().save(new Blob([bytes]).stream(), { maxBytes: 1e6 });
    expect(await readFile(storage().pathOf(key))).toEqual(bytes);
    expect(await storage().save(Readable.from([]), { maxBytes: 1 })).toMatchObject({ bytes: 0 });
  });

  it("keeps nothing of a file past the limit", async () => {
    const before = await shelf();
    const saving = storage().save(Readable.from([bytes, bytes]), { maxBytes: bytes.length });
    await expect(saving).rejects.toMatchObject({ code: "too-large" });
    expect(await shelf()).toEqual(before);
  });

  it("keeps nothing of an upload that is cut", async () => {
    const before = await shelf();
    const cut = Readable.from(
      (async function* () {
        yield bytes;
        throw new Error("the connection was reset");
      })(),
    );
    await expect(storage().save(cut, { maxBytes: 1e9 })).rejects.toThrow("reset");
    expect(await shelf()).toEqual(before);
  });

  it("keeps nothing of an upload that is aborted, even while the sender says nothing", async () => {
    const before = await shelf();
    const leaving = new AbortController();
    const silent = new ReadableStream<Uint8Array>({
      start: (sender) => sender.enqueue(bytes),
      pull: () => {
        leaving.abort(new Error("the sender left"));
        return new Promise(() => {});
      },
    });
    const saving = storage().save(silent, { maxBytes: 1e9, signal: leaving.signal });
    await expect(saving).rejects.toThrow("the sender left");
    expect(await shelf()).toEqual(before);
  });
});

it("remove is done once or twice with the same end", async () => {
  const { key } = await storage().save(Readable.from([bytes]), { maxBytes: 1e9 });
  await storage().remove(key);
  await storage().remove(key);
  expect(await storage().exists(key)).toBe(false);
});

it("a key that save() did not give leads nowhere", () => {
  for (const key of ["../secret", "a/b", "", "x.partial"])
    expect(() => storage().pathOf(key)).toThrow("storage key");
});
