// npm run check:storage: looks at where files are kept before the service goes live. Exit code 1 when a cross is left.
import { env } from "@/env";
import { log } from "@/log";
import { checkStorage } from "@/storage/check-storage";
import { tellChecks } from "./operate/tell-checks";
import { readSettings } from "./start/settings.mjs";

async function main(): Promise<number> {
  readSettings();
  log.level = "silent";
  // The settings want a database; the shelf does not, and none is asked here.
  process.env.DATABASE_URL ||= "postgresql://not-asked";
  const { S3_BUCKET, S3_ENDPOINT, S3_PREFIX, DATA_DIR } = env();
  const bucket = `the bucket ${S3_BUCKET}/${S3_PREFIX} at ${S3_ENDPOINT ?? "Amazon S3"}`;
  console.log(`Files are kept in ${S3_BUCKET === undefined ? `${DATA_DIR}/files` : bucket}.`);
  return tellChecks(checkStorage());
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
