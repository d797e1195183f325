import { AppError } from "@/errors";

/** The file's name from `x-file-name`, percent-encoded since headers hold no accents. */
export function announcedName(headers: Headers): string {
  const raw = headers.get("x-file-name") ?? "";
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** The body's size by Content-Length, undefined when the sender streams without saying. */
export function announcedBytes(headers: Headers): number | undefined {
  const raw = headers.get("content-length");
  if (raw === null) return undefined;
  if (!/^\d{1,15}$/.test(raw)) throw new AppError("invalid-input", "Content-Length is not a number.");
  return Number(raw);
}
