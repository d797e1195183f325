type Letter = "Y" | "y" | "m" | "d" | "H" | "M" | "S";

/** One step of a format: the code of a character that must stand there, or digits that are a part of the date. */
export type DateStep = number | { letter: Letter; min: number; max: number };

export type DateType = "date" | "time" | "datetime";

export const defaultFormats = {
  date: "%Y-%m-%d",
  time: "%H:%M:%S",
  datetime: "%Y-%m-%dT%H:%M:%S",
} satisfies Record<DateType, string>;

const widths: Record<Letter, number> = { Y: 4, y: 2, m: 2, d: 2, H: 2, M: 2, S: 2 };

function isLetter(letter: string | undefined): letter is Letter {
  return letter !== undefined && Object.hasOwn(widths, letter);
}

/** Cuts a format such as `%d/%m/%Y` into steps, or says what is wrong with it. */
export function parseDateFormat(type: DateType, format: string): DateStep[] | { problem: string } {
  const steps: DateStep[] = [];
  const seen = new Set<Letter>();
  for (let i = 0; i < format.length; i++) {
    if (format[i] !== "%") {
      steps.push(format.charCodeAt(i));
      continue;
    }
    const letter = format[++i];
    if (letter === "%") steps.push(37);
    else if (!isLetter(letter)) return { problem: `knows %Y %y %m %d %H %M %S and %%, not %${letter ?? ""}` };
    else if (seen.has(letter)) return { problem: `has %${letter} twice` };
    else {
      seen.add(letter);
      const max = widths[letter];
      // As in strptime, 5/1/2026 fits %d/%m/%Y; not where digits touch digits, nor in ISO's own form.
      const touches = format[i + 1] === "%" || typeof steps.at(-1) === "object";
      const isLoose = "mdH".includes(letter) && !touches && format !== defaultFormats[type];
      steps.push({ letter, min: isLoose ? 1 : max, max });
    }
  }
  return missingPart(type, seen) ?? steps;
}

function missingPart(type: DateType, seen: ReadonlySet<Letter>): { problem: string } | null {
  const hasDay = (seen.has("Y") || seen.has("y")) && seen.has("m") && seen.has("d");
  if (type !== "time" && !hasDay) return { problem: "must have a year, %m and %d" };
  if (type !== "date" && !seen.has("H")) return { problem: "must have %H" };
  if (type === "time" && (seen.has("Y") || seen.has("y") || seen.has("m") || seen.has("d")))
    return { problem: "must have no year, month or day, since the type is time" };
  if (type === "date" && (seen.has("H") || seen.has("M") || seen.has("S")))
    return { problem: "must have no hour, minute or second, since the type is date" };
  return seen.has("Y") && seen.has("y") ? { problem: "has both %Y and %y" } : null;
}
