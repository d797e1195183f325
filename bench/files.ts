import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeTypedFile } from "./make-typed-file";

const folder = join(import.meta.dirname, "files");
const made = new Map<string, Promise<string>>();

/** A file of typed rows, written at the first call of this process; resolves to its path. */
export function typedFile(rows: number): Promise<string> {
  return once(`${rows}.csv`, rows, false);
}

/** The same with one wrong cell in each row, of one of three kinds; resolves to its path. */
export function wrongFile(rows: number): Promise<string> {
  return once(`${rows}-wrong.csv`, rows, true);
}

function once(name: string, rows: number, areWrong: boolean): Promise<string> {
  const file = made.get(name) ?? write(join(folder, name), rows, areWrong);
  made.set(name, file);
  return file;
}

async function write(path: string, rows: number, areWrong: boolean): Promise<string> {
  await mkdir(folder, { recursive: true });
  await makeTypedFile(path, rows, areWrong);
  return path;
}

export async function removeFiles(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
