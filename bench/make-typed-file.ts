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

/** Writes a comma-separated UTF-8 file of `rows` rows that fit `typedFileSchema` (about 80 bytes each); resolves to its size in bytes. `areWrong`: with one wrong cell in each. */
export async function makeTypedFile(path: string, rows: number, areWrong = false): Promise<number> {
  const out = createWriteStream(path);
  let text = `${typedFileSchema.fields.map((field) => field.name).join(",")}\n`;
  for (let i = 0; i < rows; i++) {
    const date = `2026-0${1 + (i % 9)}-1${i % 10}`;
    const [isAbsent, isNegative, isNoNumber] = [0, 1, 2].map((kind) => areWrong && i % 3 === kind);
    const [id, amount] = [isAbsent ? "" : i + 1, isNegative ? -1 - (i % 100) : (i % 10000) / 100];
    text += `${id},${date},C${i % 97},Name ${i % 1000},${amount},${isNoNumber ? "some" : i % 50},${i % 2 === 0},City ${i % 200},R${(i * 7919) % 1000000},a short note ${i % 13}\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, "drain");
    text = "";
  }
  out.end(text);
  await once(out, "finish");
  return (await stat(path)).size;
}
