export const appErrorCodes = [
  "not-found",
  "invalid-input",
  "too-large",
  "conflict",
  "unauthorized",
  "forbidden",
  "cancelled",
  "file-gone",
  "unavailable",
] as const;

export type AppErrorCode = (typeof appErrorCodes)[number];

/** What a reader in another language needs to know beside the code. Never a cell value. */
export interface ErrorParams {
  /** The largest upload, in bytes. */
  maxBytes?: number;
  /** Names or paths of what is not valid. */
  fields?: string[];
  /** What is wrong with reference tables: their path, the code of the fault, and where it stands. */
  tables?: { table: string; code: string; row?: number | undefined; column?: string | undefined }[];
}

/** The request or the file is wrong. Its message is safe to show; it never holds a cell value. Never retried. */
export class AppError extends Error {
  readonly params: ErrorParams;

  constructor(
    readonly code: AppErrorCode,
    message: string,
    { params = {}, ...options }: ErrorOptions & { params?: ErrorParams } = {},
  ) {
    super(message, options);
    this.params = params;
    this.name = "AppError";
  }
}
