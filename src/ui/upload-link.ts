import { httpLink, type TRPCLink } from "@trpc/client";
import type { AppRouter } from "@/server/app-router";
import { type UploadProgress, xhrFetch } from "./xhr-fetch";

export interface UploadContext extends Record<string, unknown> {
  onProgress?: (progress: UploadProgress) => void;
  /** What the service must know of the body besides its name. */
  headers?: Record<string, string>;
}

/** True for an input that travels as the request's body. */
export function isUpload(input: unknown): input is Blob {
  return typeof Blob !== "undefined" && input instanceof Blob;
}

const nothing = () => undefined;

/** Sends a file as an octet stream, with its name in a header, and reports the bytes that have left. */
export function uploadLink(url: string): TRPCLink<AppRouter> {
  return (runtime) =>
    ({ op, next }) => {
      const report = op.context.onProgress;
      const name = op.input instanceof File ? op.input.name : "file.csv";
      const link = httpLink<AppRouter>({
        url,
        headers: { "x-file-name": encodeURIComponent(name), ...headersOf(op.context.headers) },
        fetch: xhrFetch(typeof report === "function" ? (progress) => report(progress) : nothing),
      });
      return link(runtime)({ op, next });
    };
}

function headersOf(headers: unknown): Record<string, string> {
  if (typeof headers !== "object" || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => typeof value === "string"));
}
