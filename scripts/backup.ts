// npm run backup -- --to <folder>: database and files of this deployment, at work or stopped. See docs/DEPLOYMENT.md.
import { resolve } from "node:path";
import { Command } from "commander";
import { makeBackup } from "./operate/backup/make-backup";
import { openDatabase } from "./operate/open-database";
import { sayFault } from "./operate/say-fault";
import { readSettings } from "./start/settings.mjs";

async function main(): Promise<void> {
  const { to } = new Command("backup")
    .description("Write the database and the files of this deployment into a new folder.")
    .requiredOption("--to <folder>", "a new or empty folder")
    .parse()
    .opts<{ to: string }>();
  const folder = resolve(to);
  const settings = readSettings();
  const { databaseUrl, close } = await openDatabase(settings);
  try {
    const shelf = process.env.S3_BUCKET ? "bucket" : "folder";
    const source = { databaseUrl, dataDir: settings.dataDir, shelf } as const;
    const { manifest, gone } = await makeBackup(source, folder);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `${rows} rows of ${manifest.tables.length} tables and ${manifest.files.length} files are in ${folder}.`,
    );
    if (gone > 0)
      console.log(`${gone} files were gone already, and will be noted as gone by the next sweep.`);
    if (shelf === "bucket")
      console.log("The files are in the bucket S3_BUCKET, which has to be backed up by itself.");
    console.log("It holds what people uploaded: keep it as you keep their files.");
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
