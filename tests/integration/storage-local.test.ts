import { mkdir, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { env } from "@/env";
import { storage } from "@/storage/storage";
import { describeStorage } from "./storage-cases";

const folder = () => join(env().DATA_DIR, "files");
const shelf = () => readdir(folder()).catch(() => []);

describeStorage("local disk", shelf, () => rm(`${folder()}.owner`));

it("what a killed web process was writing goes once it is old, and nothing of another name", async () => {
  await mkdir(folder(), { recursive: true });
  const old = "11111111-1111-4111-8111-111111111111.partial";
  const young = "22222222-2222-4222-8222-222222222222.partial";
  for (const name of [old, young, "notes.partial"]) await writeFile(join(folder(), name), "a;b\n");
  await utimes(join(folder(), old), 1, 1);
  await utimes(join(folder(), "notes.partial"), 1, 1);
  expect(await storage().dropUnfinished(new Date(Date.now() - 3_600_000))).toBe(1);
  const names = await shelf();
  expect(names).not.toContain(old);
  expect(names).toEqual(expect.arrayContaining([young, "notes.partial"]));
});
