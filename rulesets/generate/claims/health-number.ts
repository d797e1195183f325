import { healthNumberCheckDigit } from "@/core/schema/qc-health-number";
import { twoDigits } from "../day";

const letters =
  "TREM OKAF NGUY ROYX SILV GAGN BOUC PELL LAVO MORI FORT BERG CARO DUBE HEBE KHAN LEBL MART OUEL PARE".split(
    " ",
  );
const sequences = "123456789";
const count = letters.length * 70 * 12 * 2 * 28 * sequences.length;
/** Shares no factor with `count`, so that numbers in a row are far apart and none comes twice. */
const stride = 1_234_577;

/** The valid number of the made-up person `index`; different for each of the first eight million. */
export function healthNumber(index: number): string {
  let rest = (index * stride) % count;
  const take = (size: number) => {
    const taken = rest % size;
    rest = Math.floor(rest / size);
    return taken;
  };
  const day = twoDigits(1 + take(28));
  const month = twoDigits(1 + take(12) + 50 * take(2));
  const year = twoDigits(30 + take(70));
  const name = letters[take(letters.length)] ?? "";
  const body = `${name}${year}${month}${day}${sequences.charAt(take(sequences.length))}`;
  return `${body}${healthNumberCheckDigit(body, "19")}`;
}

/** The same number with a check digit that is not its own. The other century's digit may be right, so that one is passed over. */
export function wrongHealthNumber(index: number): string {
  const body = healthNumber(index).slice(0, 11);
  const right = (["19", "20"] as const).map((century) => healthNumberCheckDigit(body, century));
  const wrong = Array.from({ length: 10 }, (_, digit) => digit).find((digit) => !right.includes(digit));
  return `${body}${wrong}`;
}
