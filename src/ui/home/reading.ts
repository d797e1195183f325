import type { ReadOptions } from "../wire";

/** What the person has chosen; empty where the service is to find out. */
export interface Reading {
  encoding: string;
  delimiter: string;
  header: string;
}

export const asDetected: Reading = { encoding: "", delimiter: "", header: "" };

export const encodings = ["utf-8", "windows-1252", "utf-16"] as const;

export const delimiters: Record<string, string> = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" };

/** The choice as the service takes it; null when nothing was chosen. */
export function toReadOptions({ encoding, delimiter, header }: Reading): ReadOptions | null {
  const options: ReadOptions = {};
  const known = encodings.find((name) => name === encoding);
  if (known) options.encoding = known;
  if (delimiters[delimiter]) options.delimiter = delimiters[delimiter];
  if (header !== "") options.header = header === "yes";
  return Object.keys(options).length > 0 ? options : null;
}
