// Writes the synthetic sample files beside each ruleset: `npx tsx rulesets/make-samples.ts`. No person or claim is real.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { healthNumberCheckDigit } from "@/core/schema/qc-health-number";

const first = ["Ada", "Bruno", "Chloé", "Dario", "Élise", "Farid", "Gaëlle", "Hugo"];
const last = ["Tremblay", "Okafor", "Nguyen", "Roy", "Silva"];
const two = (value: number) => String(value).padStart(2, "0");
const pick = <T>(list: readonly T[], at: number): T => {
  const item = list[at % list.length];
  if (item === undefined) throw new Error("an empty list");
  return item;
};

function contactRow(i: number): string[] {
  const name = `${pick(first, i)} ${pick(last, i * 3)}`;
  const email = `person${i}@example.org`;
  const born = `19${60 + (i % 40)}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`;
  const code = `H${1 + (i % 9)}${pick(["A", "B", "C"], i)} ${i % 10}${pick(["X", "Y", "Z"], i)}${(i * 7) % 10}`;
  return [String(i), name, email, born, code, pick(["en", "fr"], i), `${10 + i}.50`];
}

function contacts(isFaulty: boolean): string {
  const rows = Array.from({ length: 40 }, (_, i) => contactRow(i + 1));
  const change = (row: number, column: number, value: string) => {
    const cells = rows[row];
    if (cells) cells[column] = value;
  };
  if (isFaulty) {
    change(4, 2, "person5 at example.org");
    change(7, 3, "1979-02-30");
    change(11, 4, "h2x 1y4");
    change(12, 5, "fe");
    change(15, 6, "25,50");
    change(18, 1, "");
    change(22, 0, "3");
    change(30, 6, "-4.00");
    change(33, 2, " person34@example.org");
    change(35, 3, "1996/12/8");
    change(9, 1, "person10@example.org");
    change(28, 3, "2062-05-01");
    rows[25]?.pop();
    rows[38]?.push("one cell too many");
  }
  const header = ["id", "name", "email", "birth_date", "postal_code", "language", "amount"];
  return text([header, ...rows], ",");
}

function healthNumber(i: number): string {
  const letters = `${pick(["TREM", "OKAF", "NGUY", "ROYX", "SILV"], i)}`;
  const month = 1 + (i % 12) + (i % 2 ? 50 : 0);
  const body = `${letters}${60 + (i % 30)}${two(month)}${two(1 + (i % 28))}1`;
  return `${body}${healthNumberCheckDigit(body, "19")}`;
}

const claimHeader = [
  "#",
  "Facture",
  "ID RAMQ",
  "Date de Service",
  "Début",
  "Fin",
  "Periode",
  "Lieu de pratique",
  "Secteur d'activité",
  "Diagnostic",
  "Code",
  "Unités",
  "Rôle",
  "Élément de contexte",
  "Montant Preliminaire",
  "Montant payé",
  "Doctor Info",
  "DEV NOTE - Total Montant Preliminaire",
  "DEV NOTE - Total Montant payé",
  "DEV NOTE - Total Unités",
  "Agence",
  "Patient",
  "Grand Total",
];

/** As seen in the field: a letter lost to a wrong encoding, another accent, another word. */
const damagedHeader = claimHeader.map(
  (label) =>
    new Map([
      ["Début", "D\uFFFDbut"],
      ["Élément de contexte", "Élement de contexte"],
      ["Rôle", "Règle"],
    ]).get(label) ?? label,
);

function claimRow(i: number): string[] {
  const day = `2026-10-${two(1 + (i % 28))}`;
  const amount = `${30 + (i % 9)},4`;
  const id = `R${1000 + i}`;
  const code = pick(["15804", "08857", "19928"], i);
  const doctor = `Dr ${pick(last, i)} | 1${two(i % 90)}456`;
  const start = ["", "F-", id, day, "09:30", "00:00", "Jour", "55123", "CLSC", "V70"];
  start[0] = String(i);
  start[1] = `F-${2000 + i}`;
  return [
    ...start,
    code,
    "1",
    "1",
    "CLSC,ICEP",
    amount,
    amount,
    doctor,
    "",
    "",
    "",
    "Agence A",
    healthNumber(i),
    "",
  ];
}

function claims(isFaulty: boolean): string {
  const rows = Array.from({ length: 40 }, (_, i) => claimRow(i + 1));
  const change = (row: number, column: number, value: string) => {
    const cells = rows[row];
    if (cells) cells[column] = value;
  };
  if (isFaulty) {
    change(3, 14, "32.4");
    change(6, 21, "TREM04121935");
    change(9, 3, "2026-13-01");
    change(13, 10, "AB12");
    change(17, 16, "");
    change(22, 4, "9h30");
    change(25, 15, "1 032,4 $");
    change(28, 11, "-1");
    change(31, 21, "trem 0412 1925");
    change(34, 10, "857");
    change(5, 3, "2026-08-16");
    change(7, 3, "2026-08-17");
    change(12, 3, "2027-01-04");
    change(15, 15, "36,42");
    change(16, 15, "0,00");
    rows[20]?.pop();
  }
  return text([isFaulty ? damagedHeader : claimHeader, ...rows], ";");
}

function text(rows: string[][], delimiter: string): string {
  const quote = (cell: string) => (cell.includes(delimiter) ? `"${cell}"` : cell);
  return rows.map((row) => `${row.map(quote).join(delimiter)}\n`).join("");
}

for (const [folder, make] of [
  ["contacts", contacts],
  ["ramq-daily-claims", claims],
] as const) {
  await writeFile(join(import.meta.dirname, folder, "sample-valid.csv"), make(false));
  await writeFile(join(import.meta.dirname, folder, "sample-faulty.csv"), make(true));
}
