import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { makeTypedFile } from "./make-typed-file";

const folder = join(import.meta.dirname, "files");

/** Writes a file of typed rows; resolves to its path. */
export async function typedFile(rows: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${rows}.csv`);
  await makeTypedFile(path, rows);
  return path;
}

/** The same with one wrong cell in each row, of one of three kinds; resolves to its path. */
export async function wrongFile(rows: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${rows}-wrong.csv`);
  await makeTypedFile(path, rows, true);
  return path;
}
