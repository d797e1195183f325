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

/** Whose business an error is: what a person does next depends on it. */
export const errorCategories = ["file", "queue", "database", "storage", "worker"] as const;
export type ErrorCategory = (typeof errorCategories)[number];

/** Why a run did not end well, from its `errorCode`: an AppError code, `database`, `storage` or `internal`. */
export function errorCategoryOf(errorCode: string | null): ErrorCategory | null {
  switch (errorCode) {
    case null:
    case "cancelled":
      return null;
    case "unavailable":
      return "queue";
    case "database":
    case "storage":
      return errorCode;
    case "internal":
      return "worker";
    default:
      return appErrorCodes.some((code) => code === errorCode) ? "file" : "worker";
  }
}

/** What a reader in another language needs to know beside the code. Never a cell value. */
export interface ErrorParams {
  /** The largest upload, in bytes. */
  maxBytes?: number;
  /** The most files that a batch takes. */
  maxFiles?: number;
  /** Names or paths of what is not valid. */
  fields?: string[];
  /** Whose business it is, where the code alone does not say. */
  category?: ErrorCategory;
  /** The disk that would have kept it has no room. */
  isFull?: boolean;
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
