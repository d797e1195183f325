import { twoDigits } from "../day";
import { makeRandom, type Random } from "../random";

const header = ["id", "name", "email", "birth_date", "postal_code", "language", "amount"];
const first = ["Ada", "Bruno", "Chloé", "Dario", "Élise", "Farid", "Gaëlle", "Hugo"];
const last = ["Tremblay", "Okafor", "Nguyen", "Roy", "Silva"];

function contact(random: Random, id: number): string[] {
  const name = `${random.pick(first)} ${random.pick(last)}`;
  const born = `${random.whole(1960, 1999)}-${twoDigits(random.whole(1, 12))}-${twoDigits(random.whole(1, 28))}`;
  const code = `H${random.whole(1, 9)}${random.pick(["A", "B", "C"])} ${random.whole(0, 9)}${random.pick(["X", "Y", "Z"])}${random.whole(0, 9)}`;
  const amount = `${random.whole(10, 99)}.50`;
  return [String(id), name, `person${id}@example.org`, born, code, random.pick(["en", "fr"]), amount];
}

/** Row (from 0), column (from 0) and what is written there. */
const faults: readonly (readonly [row: number, column: number, text: string])[] = [
  [4, 2, "person5 at example.org"],
  [7, 3, "1979-02-30"],
  [9, 1, "person10@example.org"],
  [11, 4, "h2x 1y4"],
  [12, 5, "fe"],
  [15, 6, "25,50"],
  [18, 1, ""],
  [22, 0, "3"],
  [28, 3, "2062-05-01"],
  [30, 6, "-4.00"],
  [33, 2, " person34@example.org"],
  [35, 3, "1996/12/8"],
];

/** A file of contacts, the header first; a faulty one has its faults in the first forty rows. */
export function* contactsFile({ seed, rows, isFaulty }: { seed: number; rows: number; isFaulty: boolean }) {
  const random = makeRandom(seed);
  yield header;
  for (let row = 0; row < rows; row++) {
    const cells = contact(random, row + 1);
    if (isFaulty) for (const [at, column, text] of faults) if (at === row) cells[column] = text;
    if (isFaulty && row === 25) cells.pop();
    if (isFaulty && row === 38) cells.push("one cell too many");
    yield cells;
  }
}
