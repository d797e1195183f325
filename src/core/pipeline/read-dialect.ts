import { chooseEncoding, type EncodingChoice } from "../csv/choose-encoding";
import { detectDelimiter } from "../csv/detect-delimiter";
import { detectHeader } from "../csv/detect-header";
import type { Dialect } from "../csv/record-parser";
import type { FileScan } from "../csv/scan-file";
import { splitSample } from "../csv/split-sample";
import { latin1ToWindows1252 } from "../csv/windows-1252";
import type { Ruleset } from "../schema/ruleset";

export interface ReadDialect {
  dialect: Dialect;
  encoding: EncodingChoice;
  header: boolean;
  /** Cells a record has most often in the sample. */
  width: number;
  /** See `DelimiterChoice.doubt`; empty when the delimiter was given. */
  doubt: string;
  /** `lf`, `crlf`, `cr`, `mixed` or `none`. */
  lineEnding: string;
}

export interface DialectOverrides {
  encoding?: string;
  delimiter?: string;
  header?: boolean;
}

/** Settles how to read the file: what the user says, else what the ruleset says, else what the bytes show. */
export function readDialect(
  scan: FileScan,
  {
    overrides,
    ruleset,
    quote,
  }: { overrides: DialectOverrides; ruleset: Ruleset | null; quote: string | null },
): ReadDialect {
  const encoding = chooseEncoding(scan, overrides.encoding ?? ruleset?.dialect?.encoding);
  const text =
    encoding.encoding === "windows-1252"
      ? latin1ToWindows1252(scan.sample.toString("latin1"))
      : scan.sample.toString("utf8");
  const isWhole = scan.sample.length + (scan.bom ? 3 : 0) >= scan.bytes;
  const labels = new Set(ruleset?.schema.fields.map((field) => field.name.trim().toLowerCase()));
  const given = overrides.delimiter ?? ruleset?.dialect?.delimiter;
  const choice = given
    ? {
        delimiter: given,
        records: splitSample(text, { delimiter: given, quote, isWhole }),
        width: 0,
        doubt: "",
      }
    : detectDelimiter(text, { quote, isWhole, labels });
  const { endings, anywhere } = scan;
  const width = choice.width || (choice.records[0]?.length ?? 1);
  return {
    encoding,
    width,
    doubt: choice.doubt,
    header: overrides.header ?? ruleset?.dialect?.header ?? detectHeader(choice.records, labels),
    lineEnding: nameEnding(endings),
    dialect: {
      encoding: encoding.encoding,
      delimiter: choice.delimiter,
      quote,
      isAscii: scan.ascii && !scan.bom,
      recordEndings: recordEndings(endings, anywhere),
    },
  };
}

function nameEnding({ crlf, lf, cr }: FileScan["endings"]): string {
  if (crlf > 0 && lf > 0) return "mixed";
  if (crlf > 0) return "crlf";
  if (lf > 0) return "lf";
  return cr > 0 ? "cr" : "none";
}

function recordEndings({ cr }: FileScan["endings"], anywhere: FileScan["anywhere"]): string[] {
  if (anywhere.crlf > 0) return anywhere.lf > 0 ? ["\r\n", "\n"] : ["\r\n"];
  return anywhere.lf === 0 && cr > 0 ? ["\r"] : ["\n"];
}
