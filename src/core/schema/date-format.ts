type Letter = "Y" | "y" | "m" | "d" | "j" | "H" | "I" | "M" | "S" | "f";
type WordLetter = "a" | "A" | "b" | "B" | "p" | "z";

/** Digits that are a part of the date, or one of a few words. */
export interface DatePart {
  letter: Letter | WordLetter;
  min: number;
  max: number;
  /** Lower-case words, the first standing for 1; null for digits. */
  words: readonly string[] | null;
}
/** One step of a format: the code of a character that must stand there, or a part of the date. */
export type DateStep = number | DatePart;

export type DateType = "date" | "time" | "datetime";

export const defaultFormats = {
  date: "%Y-%m-%d",
  time: "%H:%M:%S",
  datetime: "%Y-%m-%dT%H:%M:%S",
} satisfies Record<DateType, string>;

const widths: Record<Letter, number> = { Y: 4, y: 2, m: 2, d: 2, j: 3, H: 2, I: 2, M: 2, S: 2, f: 6 };
const months = "january february march april may june july august september october november december".split(
  " ",
);
const days = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const short = (word: string) => word.slice(0, 3);
/** Names as strptime has them where no locale is set. */
const words: Record<WordLetter, readonly string[]> = {
  a: days.map(short),
  A: days,
  b: months.map(short),
  B: months,
  p: ["am", "pm"],
  z: [],
};

const isLetter = (letter: string): letter is Letter => Object.hasOwn(widths, letter);
const isWordLetter = (letter: string): letter is WordLetter => Object.hasOwn(words, letter);

/** Cuts a format such as `%d/%m/%Y` into steps, or says what is wrong with it. */
export function parseDateFormat(type: DateType, format: string): DateStep[] | { problem: string } {
  const steps: DateStep[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < format.length; i++) {
    if (format[i] !== "%") {
      steps.push(format.charCodeAt(i));
      continue;
    }
    const letter = format[++i] ?? "";
    if (letter === "%") {
      steps.push(37);
      continue;
    }
    if (seen.has(letter)) return { problem: `has %${letter} twice` };
    seen.add(letter);
    if (isWordLetter(letter)) steps.push({ letter, min: 0, max: 0, words: words[letter] });
    else if (isLetter(letter)) {
      const max = widths[letter];
      // As in strptime, 5/1/2026 fits %d/%m/%Y; not where digits touch digits, nor in ISO's own form.
      const touches = format[i + 1] === "%" || typeof steps.at(-1) === "object";
      const isLoose = "mdHI".includes(letter) && !touches && format !== defaultFormats[type];
      steps.push({ letter, min: isLoose || letter === "f" ? 1 : max, max, words: null });
    } else return { problem: `knows %a %A %b %B %d %f %H %I %j %m %M %p %S %y %Y %z and %%, not %${letter}` };
  }
  return missingPart(type, seen) ?? steps;
}

function missingPart(type: DateType, seen: ReadonlySet<string>): { problem: string } | null {
  const any = (letters: string) => [...letters].some((letter) => seen.has(letter));
  const hasDay = any("Yy") && (seen.has("j") || (any("mbB") && seen.has("d")));
  const problem = (text: string) => ({ problem: text });
  if (type !== "time" && !hasDay) return problem("must have a year, a month and a day, as in %Y %m %d");
  if (type !== "date" && !seen.has("H") && !(seen.has("I") && seen.has("p")))
    return problem("must have %H, or %I with %p");
  if (type === "time" && any("YymbBdjaA"))
    return problem("must have no year, month or day, since the type is time");
  if (type === "date" && any("HIMSfpz"))
    return problem("must have no hour, minute or second, since the type is date");
  for (const same of ["Yy", "mbB", "HI", "aA"])
    if ([...same].filter((letter) => seen.has(letter)).length > 1)
      return problem(`says one thing twice: ${[...same].map((letter) => `%${letter}`).join(" and ")}`);
  return seen.has("j") && any("mbBd") ? problem("has %j beside a month or a day") : null;
}
