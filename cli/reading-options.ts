import { type Command, Option } from "commander";
import { toDelimiter, toLines, toQuote, toSign } from "./arguments";

const encodings = ["utf-8", "utf-16", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1"] as const;
const lineTerminators = { lf: "\n", crlf: "\r\n", cr: "\r" } as const;

/** What a person may say about the reading of a file; what is left out is detected. */
export interface ReadingFlags {
  encoding?: (typeof encodings)[number];
  delimiter?: string;
  quote?: string;
  escape?: string;
  comment?: string;
  lineEnding?: keyof typeof lineTerminators;
  skipLines?: number;
  skipSpace?: boolean;
  header?: boolean;
}

/** Gives a command the options on how its file is read. */
export function addReadingOptions(command: Command): Command {
  return command
    .addOption(new Option("--encoding <encoding>", "read the file as").choices(encodings))
    .option("--delimiter <delimiter>", "comma, semicolon, tab, pipe, space, or the sign", toDelimiter)
    .option("--quote <sign>", "what encloses cells, or none", toQuote)
    .option("--escape <sign>", "what stands before a quote inside quotes", toSign)
    .option("--header", "the first row names the columns, whatever it looks like")
    .option("--no-header", "the first row is data")
    .option("--skip-lines <count>", "rows above the header that are passed over", toLines)
    .option("--skip-space", "drop white space at the start of cells")
    .option("--comment <sign>", "pass over the lines that start with it", toSign)
    .addOption(new Option("--line-ending <ending>", "what ends a row").choices(Object.keys(lineTerminators)));
}

/** The flags in the words of a ruleset's `dialect`. */
export function readingOf(flags: ReadingFlags) {
  const { encoding, delimiter, header, skipLines, lineEnding } = flags;
  return {
    encoding,
    delimiter,
    header,
    skipLines,
    quoteChar: flags.quote === "none" ? null : flags.quote,
    escapeChar: flags.escape,
    commentChar: flags.comment,
    skipInitialSpace: flags.skipSpace,
    lineTerminator: lineEnding && lineTerminators[lineEnding],
  };
}
