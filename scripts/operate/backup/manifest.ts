import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { z } from "zod";
import { Stop } from "../../start/stop-with-message.mjs";
import { writePrivately } from "./write-privately";

const Part = z.object({
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Part = z.infer<typeof Part>;

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

/** What a backup holds; written last, so that a folder without it is no backup. */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The migrations that the database had, in order. */
  migrations: z.array(z.string()).min(1),
  /** In an order in which each table comes after those that it refers to. */
  tables: z.array(Part.extend({ name, columns: z.array(name).min(1), rows: z.number().int().min(0) })),
  /** `bucket` when the bytes of files are kept elsewhere and are not in the backup. */
  shelf: z.enum(["folder", "bucket"]),
  files: z.array(Part.extend({ key: z.uuid() })),
});
export type Manifest = z.infer<typeof Manifest>;

const fileName = "manifest.json";

export const pathOfTable = (folder: string, table: string) => join(folder, "tables", `${table}.copy.gz`);
export const pathOfFile = (folder: string, key: string) => join(folder, "files", key);

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writePrivately(join(folder, fileName), Readable.from([Buffer.from(JSON.stringify(manifest))]));
}

/** Throws a Stop when the folder holds no whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(join(folder, fileName), "utf8");
  } catch (cause) {
    throw new Stop(`${folder} holds no whole backup: it has no ${fileName}, which is written last.`, {
      cause,
    });
  }
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new Stop(`The backup is damaged: ${fileName} cannot be read.`, { cause });
  }
}
