// npm run restore -- --from <folder>: a backup into an empty deployment. See docs/DEPLOYMENT.md.
import { resolve } from "node:path";
import { Command } from "commander";
import { checkVersion } from "./operate/backup/check-target";
import { readManifest } from "./operate/backup/manifest";
import { restoreBackup } from "./operate/backup/restore-backup";
import { verifyBackup } from "./operate/backup/verify-backup";
import { openEmptyDatabase } from "./operate/open-database";
import { sayFault } from "./operate/say-fault";
import { readSettings } from "./start/settings.mjs";

async function main(): Promise<void> {
  const { from } = new Command("restore")
    .description("Put a backup into an empty deployment, before anything is started on it.")
    .requiredOption("--from <folder>", "what `npm run backup` has written")
    .parse()
    .opts<{ from: string }>();
  const folder = resolve(from);
  const settings = readSettings();
  const manifest = await readManifest(folder);
  checkVersion(manifest);
  await verifyBackup(folder, manifest);
  const { databaseUrl, close } = await openEmptyDatabase(settings);
  try {
    const waiting = await restoreBackup({ databaseUrl, dataDir: settings.dataDir }, folder, manifest);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `${rows} rows of ${manifest.tables.length} tables and ${manifest.files.length} files are restored.`,
    );
    if (manifest.shelf === "bucket")
      console.log("The files are not in the backup: they were in a bucket, which S3_BUCKET must name.");
    if (waiting > 0)
      console.log(`${waiting} runs had not ended; the first worker that starts takes them up.`);
  } finally {
    await close();
  }
}

process.exitCode = await main().then(
  () => 0,
  (error: unknown) => {
    sayFault(error);
    return 1;
  },
);
