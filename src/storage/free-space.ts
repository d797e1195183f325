import { constants } from "node:fs";
import { access, mkdir, statfs } from "node:fs/promises";
import { env } from "@/env";

/** Bytes that are free for us on the disk of the data folder. Throws when the folder cannot be written to. */
export async function freeSpace(): Promise<number> {
  const folder = env().DATA_DIR;
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
