import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";

/** A Table Schema that fits `makeTypedFile`: ten typed columns, three constraints, a primary key. */
export const typedFileSchema = {
  fields: [
    { name: "id", type: "integer", constraints: { required: true } },
    { name: "date", type: "date" },
    { name: "code", type: "string", constraints: { maxLength: 8 } },
    { name: "name", type: "string" },
    { name: "amount", type: "number", constraints: { minimum: 0 } },
    { name: "units", type: "integer" },
    { name: "flag", type: "boolean" },
    { name: "city", type: "string" },
    { name: "ref", type: "string" },
    { name: "note", type: "string" },
  ],
  primaryKey: "id",
};

/** Writes a comma-separated UTF-8 file of `rows` rows that fit `typedFileSchema` (about 80 bytes each); resolves to its size in bytes. */
export async function makeTypedFile(path: string, rows: number): Promise<number> {
  const out = createWriteStream(path);
  let text = `${typedFileSchema.fields.map((field) => field.name).join(",")}\n`;
  for (let i = 0; i < rows; i++) {
    const date = `2026-0${1 + (i % 9)}-1${i % 10}`;
    text += `${i + 1},${date},C${i % 97},Name ${i % 1000},${(i % 10000) / 100},${i % 50},${i % 2 === 0},City ${i % 200},R${(i * 7919) % 1000000},a short note ${i % 13}\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, "drain");
    text = "";
  }
  out.end(text);
  await once(out, "finish");
  return (await stat(path)).size;
}
