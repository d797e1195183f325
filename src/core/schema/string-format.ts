import type { CellFault, TypeReader } from "./cell-fault";
import { eanProblem, luhnProblem, type NumberProblem, sirenProblem, siretProblem } from "./check-digits";
import { ibanProblem } from "./iban";
import { healthNumberProblem } from "./qc-health-number";
import { isShort } from "./quote-value";

/** A dot-atom or less before the `@`, and a host of two labels or more: the addresses that mail really goes to. */
const email =
  /^(?=[^@]{1,64}@)[^\s@"(),:;<>[\]\\.]+(?:\.[^\s@"(),:;<>[\]\\.]+)*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Canada Post's letters: D, F, I, O, Q and U are never used, W and Z not at the start. */
const postalCode = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d$/;
/** A scheme and the characters of RFC 3986, appendix A. */
const uri = /^[a-z][a-z0-9+.-]*:[a-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/i;
const brokenPercent = /%(?![0-9a-f]{2})/i;
const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

const longestEmail = 254;

const bareOf = (cell: string) => cell.replace(/[\s.\u2010-\u2013-]/g, "").toUpperCase();

interface Format {
  problem(cell: string): NumberProblem;
  /** The cell as it was perhaps meant, offered when that has no problem. */
  repair(cell: string): string;
}

const plain = (isOf: (cell: string) => boolean, repair = (cell: string) => cell): Format => ({
  problem: (cell) => (isOf(cell) ? null : "format"),
  repair,
});
const number = (problem: (cell: string) => NumberProblem): Format => ({ problem, repair: bareOf });

const formats = {
  email: plain(
    (cell) => cell.length <= longestEmail && email.test(cell),
    (cell) => cell.replace(/\s/g, "").replace(/^mailto:/i, ""),
  ),
  uri: plain(
    (cell) => uri.test(cell) && !brokenPercent.test(cell) && URL.canParse(cell),
    (cell) =>
      encodeURI(
        cell
          .trim()
          .replace(/^www\./i, "https://www.")
          .replace(/\p{Cs}/gu, "\uFFFD"),
      ),
  ),
  binary: plain(
    (cell) => cell.length % 4 === 0 && base64.test(cell),
    (cell) => cell.replace(/\s/g, ""),
  ),
  uuid: plain(
    (cell) => uuid.test(cell),
    (cell) => cell.replace(/[{}]/g, ""),
  ),
  "ca-postal-code": plain(
    (cell) => postalCode.test(cell),
    (cell) => {
      const bare = bareOf(cell);
      return `${bare.slice(0, 3)} ${bare.slice(3)}`;
    },
  ),
  "qc-health-number": number(healthNumberProblem),
  luhn: number(luhnProblem),
  iban: number(ibanProblem),
  ean: number(eanProblem),
  siren: number(sirenProblem),
  siret: number(siretProblem),
} satisfies Record<string, Format>;

type FormatName = keyof typeof formats;

function isFormat(format: string): format is FormatName {
  return Object.hasOwn(formats, format);
}

/** The formats that a field of type string may name. */
export const stringFormats: readonly string[] = ["default", ...Object.keys(formats)];

const anyText: TypeReader = {
  read: (cell) => cell,
  explain: () => ({ code: "format-error", params: { format: "default" } }),
};

/** Compiles one of `stringFormats`. */
export function compileStringFormat(format: string): TypeReader {
  if (!isFormat(format)) return anyText;
  const { problem, repair } = formats[format];
  return {
    read: (cell) => (problem(cell) === null ? cell : null),
    explain(cell): CellFault {
      if (problem(cell) === "check-digit") return { code: "check-digit", params: { format } };
      const repaired = isShort(cell) ? repair(cell) : cell;
      const isRepaired = repaired !== cell && isShort(repaired) && problem(repaired) === null;
      return { code: "format-error", params: { format, ...(isRepaired && { suggestion: repaired }) } };
    },
  };
}
