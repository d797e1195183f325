import { InvalidArgumentError } from "commander";

const delimiters: Record<string, string> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  "\\t": "\t",
  pipe: "|",
  space: " ",
};
const sign = /^[\t !-/:-@[-`{-~]$/;

/** A delimiter by its sign or its name. */
export function toDelimiter(raw: string): string {
  const delimiter = delimiters[raw] ?? raw;
  if (!sign.test(delimiter))
    throw new InvalidArgumentError("Give comma, semicolon, tab, pipe, space, or one sign.");
  return delimiter;
}

/** The sign that encloses cells, or `none`. */
export function toQuote(raw: string): string {
  return raw === "none" ? raw : toSign(raw);
}

/** One sign that is neither a letter nor a digit. */
export function toSign(raw: string): string {
  if (!sign.test(raw)) throw new InvalidArgumentError("Give one sign that is no letter and no digit.");
  return raw;
}

/** A whole number of hours, at most 90 days. */
export const toHours = wholeNumber(0, 24 * 90);

/** How many lines of a list to show. */
export const toLimit = wholeNumber(1, 200);

/** How many findings of each code to keep. */
export const toFindings = wholeNumber(1, 1_000_000);

/** How many rows to pass over. */
export const toLines = wholeNumber(0, 1000);

function wholeNumber(min: number, max: number) {
  return (raw: string): number => {
    const value = Number(raw);
    if (!/^\d+$/.test(raw) || value < min || value > max)
      throw new InvalidArgumentError(`Give a whole number from ${min} to ${max}.`);
    return value;
  };
}
