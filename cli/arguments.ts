import { InvalidArgumentError } from "commander";

const delimiters = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const;
type Delimiter = (typeof delimiters)[keyof typeof delimiters];

/** A delimiter by its sign or its name. */
export function toDelimiter(raw: string): Delimiter {
  const signs = Object.values(delimiters);
  const named = Object.entries(delimiters).find(([name, sign]) => name === raw || sign === raw);
  if (raw === "\\t") return "\t";
  if (!named) throw new InvalidArgumentError(`Give one of ${Object.keys(delimiters).join(", ")}.`);
  return signs.find((sign) => sign === named[1]) ?? ",";
}

/** A whole number of hours, at most 90 days. */
export const toHours = wholeNumber(0, 24 * 90);

/** How many lines of a list to show. */
export const toLimit = wholeNumber(1, 200);

function wholeNumber(min: number, max: number) {
  return (raw: string): number => {
    const value = Number(raw);
    if (!/^\d+$/.test(raw) || value < min || value > max)
      throw new InvalidArgumentError(`Give a whole number from ${min} to ${max}.`);
    return value;
  };
}
