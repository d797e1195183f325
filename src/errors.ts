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

/** The request or the file is wrong. Its message is safe to show; it never holds a cell value. Never retried. */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "AppError";
  }
}
