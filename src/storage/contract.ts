import type { Readable } from "node:stream";

export interface SaveOptions {
  maxBytes: number;
  signal?: AbortSignal | undefined;
}

export interface SavedFile {
  key: string;
  bytes: number;
  sha256: string;
}

export interface PlaceOptions {
  /** A folder of the caller's own, on this machine, where a copy may be laid. The caller removes it. */
  into: string;
  signal?: AbortSignal | undefined;
  /** Called with the bytes copied so far; never when the file lies on this machine already. */
  onBytes?: ((copied: number) => void) | undefined;
}

export interface StoredKey {
  key: string;
  savedAt: Date;
}

/** The shelf. A fault of the shelf itself, also in mid-stream, is a StorageFault. */
export interface Storage {
  /**
   * Streams bytes to the shelf under a generated key, counted and hashed on the way. Any failure keeps nothing.
   * Throws AppError `too-large` past `maxBytes`, and the signal's reason when it aborts.
   */
  save(stream: ReadableStream<Uint8Array> | Readable, options: SaveOptions): Promise<SavedFile>;
  /** The bytes from the first to the last. Throws AppError `file-gone`. */
  open(key: string, signal?: AbortSignal): Promise<Readable>;
  /**
   * Resolves to a path on this machine where the file can be read any number of times: its own, or that of a copy in
   * `into`, whose size and hash are those of the file. Throws AppError `file-gone`, and the signal's reason.
   */
  place(file: SavedFile, options: PlaceOptions): Promise<string>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
  /** Marks a shelf that nobody has marked as this owner's. Resolves to whether it is this owner's. */
  claim(owner: string): Promise<boolean>;
  /** All keys on the shelf, in batches. */
  keys(): AsyncGenerator<StoredKey[], void>;
  /** Removes what uploads that began before then and never ended have left. Resolves to their number. */
  dropUnfinished(before: Date): Promise<number>;
  /** Throws a StorageFault when the shelf cannot be reached or is not ours to use. */
  check(): Promise<void>;
}
