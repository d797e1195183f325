import { join } from "node:path";
import { env } from "@/env";
import type { Storage } from "./contract";
import { localStorage } from "./local-storage";

/** The shelf of this deployment: a bucket when S3_BUCKET is set, else a folder of the data folder. */
export function storage(): Storage {
  const { S3_BUCKET, DATA_DIR } = env();
  return S3_BUCKET === undefined ? localStorage(join(DATA_DIR, "files")) : bucketStorage;
}

/** The S3 client takes 26 MB and a fifth of a second: only a process that asks a bucket loads it. */
const load = async () => {
  // The client is pinned; that its later versions want a later Node is no news for a structured log.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  return (await import("./s3-storage")).s3Storage();
};

const bucketStorage: Storage = {
  save: async (...given) => (await load()).save(...given),
  open: async (...given) => (await load()).open(...given),
  place: async (...given) => (await load()).place(...given),
  remove: async (...given) => (await load()).remove(...given),
  exists: async (...given) => (await load()).exists(...given),
  claim: async (...given) => (await load()).claim(...given),
  async *keys() {
    yield* (await load()).keys();
  },
  dropUnfinished: async (...given) => (await load()).dropUnfinished(...given),
  check: async () => (await load()).check(),
};
