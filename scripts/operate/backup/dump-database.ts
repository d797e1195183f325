import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { listTables } from "./list-tables";
import { type Manifest, pathOfTable } from "./manifest";
import { writePrivately } from "./write-privately";

/** Writes each table as PostgreSQL's COPY text, compressed, from the one snapshot of the client's transaction. */
export async function dumpDatabase(client: pg.Client, folder: string): Promise<Manifest["tables"]> {
  const dumped: Manifest["tables"] = [];
  for (const { name, columns } of await listTables(client)) {
    const list = columns.map((column) => pg.escapeIdentifier(column)).join(", ");
    const rows = client.query(copyTo(`COPY ${pg.escapeIdentifier(name)} (${list}) TO STDOUT`));
    // The fastest level: text of rows shrinks well at any, and the machine has runs to do.
    const part = await writePrivately(pathOfTable(folder, name), rows, createGzip({ level: 1 }));
    // The number of rows comes after the last of them: once the next answer is there, it is too.
    await client.query("SELECT 1");
    dumped.push({ name, columns, rows: rows.rowCount, ...part });
  }
  return dumped;
}
