import { TRPCError } from "@trpc/server";
import {
  type TRPC_ERROR_CODE_KEY,
  type TRPC_ERROR_CODE_NUMBER,
  TRPC_ERROR_CODES_BY_KEY,
} from "@trpc/server/rpc";
import { ZodError } from "zod";
import { AppError, type AppErrorCode, appErrorCodes, type ErrorParams } from "@/errors";
import { isDatabaseAway } from "./database-away";

const edge: Record<AppErrorCode, { rpcKey: TRPC_ERROR_CODE_KEY; status: number; title: string }> = {
  "not-found": { rpcKey: "NOT_FOUND", status: 404, title: "Not found" },
  "invalid-input": { rpcKey: "BAD_REQUEST", status: 400, title: "Invalid input" },
  "too-large": { rpcKey: "PAYLOAD_TOO_LARGE", status: 413, title: "Too large" },
  conflict: { rpcKey: "CONFLICT", status: 409, title: "Conflict" },
  unauthorized: { rpcKey: "UNAUTHORIZED", status: 401, title: "Unauthorized" },
  forbidden: { rpcKey: "FORBIDDEN", status: 403, title: "Forbidden" },
  cancelled: { rpcKey: "CLIENT_CLOSED_REQUEST", status: 499, title: "Cancelled" },
  "file-gone": { rpcKey: "PRECONDITION_FAILED", status: 410, title: "File gone" },
  unavailable: { rpcKey: "SERVICE_UNAVAILABLE", status: 503, title: "Unavailable" },
};

const databaseAway = new AppError("unavailable", "The database does not answer. Try again in a moment.", {
  params: { category: "database" },
});

export interface DescribedError {
  /** Null when we are broken; then the message says nothing more. */
  appCode: AppErrorCode | null;
  rpcKey: TRPC_ERROR_CODE_KEY;
  rpcCode: TRPC_ERROR_CODE_NUMBER;
  status: number;
  title: string;
  message: string;
  params: ErrorParams;
}

/** What the outside may know of an error. The one place where AppError codes meet tRPC codes and HTTP statuses. */
export function describeError(error: unknown): DescribedError {
  const app = findAppError(error) ?? (isDatabaseAway(error) ? databaseAway : null);
  if (app) {
    const { rpcKey, status, title } = edge[app.code];
    return {
      appCode: app.code,
      rpcKey,
      rpcCode: TRPC_ERROR_CODES_BY_KEY[rpcKey],
      status,
      title,
      message: app.message,
      params: app.params,
    };
  }
  const rpcKey =
    error instanceof TRPCError && isCallersFault(error.code) ? error.code : "INTERNAL_SERVER_ERROR";
  const callers = rpcKey !== "INTERNAL_SERVER_ERROR";
  return {
    appCode: callers ? (rpcKey === "NOT_FOUND" ? "not-found" : "invalid-input") : null,
    rpcKey,
    rpcCode: TRPC_ERROR_CODES_BY_KEY[rpcKey],
    status: protocolStatus[rpcKey] ?? 500,
    title: callers ? "Invalid request" : "Internal error",
    message: callers ? "The request is not valid." : "internal error",
    params: {},
  };
}

/** The tRPC error that callers inside the process see; the wire's shape comes from `describeError`. */
export function toTrpcError(error: unknown): TRPCError {
  const { rpcKey, message } = describeError(error);
  return new TRPCError({ code: rpcKey, message, cause: error instanceof TRPCError ? error.cause : error });
}

/** True when the fault is ours, so that it belongs in the log with its cause. */
export function isOurFault(error: unknown): boolean {
  const { appCode } = describeError(error);
  return appCode === null || appCode === "unavailable";
}

/** tRPC's own refusals: a wrong method, an unknown procedure, JSON that does not parse. */
const protocolStatus: Partial<Record<TRPC_ERROR_CODE_KEY, number>> = {
  PARSE_ERROR: 400,
  BAD_REQUEST: 400,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

function isCallersFault(code: TRPC_ERROR_CODE_KEY): boolean {
  return code in protocolStatus;
}

function findAppError(error: unknown): AppError | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof AppError) return at;
    if (at instanceof ZodError) return invalidInput(at);
    const code = appErrorCodes.find((known) => "code" in at && at.code === known);
    // An instance that outlives a hot reload, or came from another bundle, is of another class with the same name.
    if (at.name === "AppError" && code)
      return new AppError(code, at.message, { cause: at.cause, params: paramsOf(at) });
  }
  return null;
}

/** Names what is wrong by path. Values and expectations stay out: a value may be a cell. */
function invalidInput(error: ZodError): AppError {
  const paths = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".") || "(whole input)"],
  );
  const fields = [...new Set(paths)];
  return new AppError("invalid-input", `Not valid: ${fields.join(", ")}.`, {
    cause: error,
    params: { fields },
  });
}

function paramsOf(error: Error): ErrorParams {
  const params: unknown = "params" in error ? error.params : undefined;
  return typeof params === "object" && params !== null ? params : {};
}
