import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { env } from "@/env";
import { onGlobal } from "@/on-global";

/** A socket that says nothing for so long is cut, also in mid-answer; a request is then tried again. */
const silentMs = 30_000;
const connectMs = 5_000;

/** The process's client, made at first use; it dials with its first request. */
export function s3Client(): S3Client {
  return onGlobal("s3-client", () => new S3Client(clientSettings()));
}

function clientSettings(): S3ClientConfig {
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_FORCE_PATH_STYLE } = env();
  const settings: S3ClientConfig = {
    maxAttempts: 3,
    requestHandler: { connectionTimeout: connectMs, socketTimeout: silentMs },
    // Other servers than Amazon's need not know the newer checksums; each copy is checked by its SHA-256 anyway.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    forcePathStyle: S3_FORCE_PATH_STYLE ?? S3_ENDPOINT !== undefined,
  };
  if (S3_ENDPOINT !== undefined) settings.endpoint = S3_ENDPOINT;
  const region = S3_REGION ?? (S3_ENDPOINT === undefined ? undefined : "us-east-1");
  if (region !== undefined) settings.region = region;
  if (S3_ACCESS_KEY_ID !== undefined && S3_SECRET_ACCESS_KEY !== undefined)
    settings.credentials = { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
  return settings;
}
