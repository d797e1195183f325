import { chooseEncoding, type EncodingChoice } from "../csv/choose-encoding";
import { commonWidth } from "../csv/common-width";
import { detectDelimiter } from "../csv/detect-delimiter";
import { detectHeader } from "../csv/detect-header";
import { detectTitles } from "../csv/detect-titles";
import type { Dialect } from "../csv/dialect";
import type { DialectSettings } from "../csv/dialect-settings";
import type { FileScan } from "../csv/file-scan";
import { nameEnding, recordEndings } from "../csv/record-endings";
import { splitSample } from "../csv/split-sample";
import { latin1ToWindows1252 } from "../csv/windows-1252";
import type { Ruleset } from "../schema/ruleset";

export interface ReadDialect {
  dialect: Dialect;
  encoding: EncodingChoice;
  header: boolean;
  /** Records above the header, or above the data, which are passed over. */
  titles: { count: number; areDetected: boolean };
  /** Cells a record has most often in the sample. */
  width: number;
  /** See `DelimiterChoice.doubt`; empty when the delimiter was given. */
  doubt: string;
  /** `lf`, `crlf`, `cr`, `mixed` or `none`. */
  lineEnding: string;
}

/** What a person or a ruleset says about the reading of a file; what it leaves out is detected. */
export interface DialectOverrides extends DialectSettings {
  /** Records to pass over at the start of the file. */
  skipLines?: number;
}

/** What the user says, else what the ruleset says. */
export function joinSettings(overrides: DialectOverrides, ruleset: Ruleset | null): DialectOverrides {
  const said = Object.entries(overrides).filter(([, value]) => value !== undefined);
  const settings: DialectOverrides = { ...ruleset?.dialect, ...Object.fromEntries(said) };
  // One that says how quotes are written says it all.
  if (overrides.escapeChar !== undefined) settings.doubleQuote = undefined;
  if (overrides.skipLines !== undefined) settings.headerRows = undefined;
  return settings;
}

/** Settles how to read the file: by the settings, else by what the bytes show. */
export function readDialect(
  scan: FileScan,
  { settings, ruleset }: { settings: DialectOverrides; ruleset: Ruleset | null },
): ReadDialect {
  const encoding = chooseEncoding(scan, settings.encoding);
  const text =
    encoding.encoding === "windows-1252"
      ? latin1ToWindows1252(scan.sample.toString("latin1"))
      : scan.sample.toString("utf8");
  const quote = settings.quoteChar === undefined ? '"' : settings.quoteChar;
  const plain = {
    quote,
    escape: settings.escapeChar ?? (settings.doubleQuote === false ? null : quote),
    comment: settings.commentChar ?? null,
    skipInitialSpace: settings.skipInitialSpace ?? false,
    recordEndings: recordEndings(scan, settings.lineTerminator),
  };
  const { isSampleWhole: isWhole } = scan;
  const labels = new Set(ruleset?.schema.fields.map((field) => field.name.trim().toLowerCase()));
  const choice = settings.delimiter
    ? givenDelimiter(text, settings.delimiter, { dialect: plain, isWhole })
    : detectDelimiter(text, { dialect: plain, isWhole, labels });
  const { delimiter, records, width, doubt } = choice;
  const skip = settings.skipLines ?? (settings.headerRows?.[0] ?? 1) - 1;
  const isSkipGiven = settings.skipLines !== undefined || settings.headerRows !== undefined;
  const detected = isSkipGiven || settings.header === false ? 0 : detectTitles(records, { width, labels });
  const titles = { count: isSkipGiven ? skip : detected, areDetected: !isSkipGiven };
  return {
    encoding,
    width: width || (records[titles.count]?.length ?? 1),
    doubt,
    titles,
    header:
      settings.header ?? (settings.headerRows ? true : detectHeader(records.slice(titles.count), labels)),
    lineEnding: nameEnding(scan),
    dialect: {
      ...plain,
      encoding: encoding.encoding,
      markBytes: scan.markBytes,
      delimiter,
      isAscii: scan.ascii && encoding.encoding !== "utf-8-bom",
    },
  };
}

function givenDelimiter(
  text: string,
  delimiter: string,
  how: Omit<Parameters<typeof splitSample>[1], "delimiter">,
) {
  const records = splitSample(text, { ...how, delimiter });
  return { delimiter, records, width: commonWidth(records).width, doubt: "" };
}
