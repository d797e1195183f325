import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { typedFileSchema } from "./typed-rulesets";

/**
 * Writes a comma-separated UTF-8 file of `rows` rows that fit `typedFileSchema` (about 80 bytes each); resolves to its size in
 * bytes. The last row alone breaks both group rules of `setsRuleset`, so that a run shows that it made them. `areWrong`: with
 * one wrong cell in each row instead.
 */
export async function makeTypedFile(path: string, rows: number, areWrong = false): Promise<number> {
  const out = createWriteStream(path);
  let text = `${typedFileSchema.fields.map((field) => field.name).join(",")}\n`;
  for (let i = 0; i < rows; i++) {
    text += areWrong ? wrongRow(i) : soundRow(i, i === rows - 1);
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, "drain");
    text = "";
  }
  out.end(text);
  await once(out, "finish");
  return (await stat(path)).size;
}

const amountOf = (i: number) => (i % 10000) / 100;

function soundRow(i: number, isLast: boolean): string {
  if (isLast) return rowOf(i, { id: i + 1, name: "Name 1000", amount: 1_000_000, units: 1 });
  return rowOf(i, { id: i + 1, name: `Name ${i % 1000}`, amount: amountOf(i), units: i % 50 });
}

function wrongRow(i: number): string {
  const kind = i % 3;
  return rowOf(i, {
    id: kind === 0 ? "" : i + 1,
    name: `Name ${i % 1000}`,
    amount: kind === 1 ? -1 - (i % 100) : amountOf(i),
    units: kind === 2 ? "some" : i % 50,
  });
}

type Cells = Record<"id" | "name" | "amount" | "units", string | number>;

function rowOf(i: number, { id, name, amount, units }: Cells): string {
  const date = `2026-0${1 + (i % 9)}-1${i % 10}`;
  return `${id},${date},C${i % 97},${name},${amount},${units},${i % 2 === 0},City ${i % 200},R${(i * 7919) % 1000000},a short note ${i % 13}\n`;
}
