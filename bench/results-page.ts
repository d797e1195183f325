import type { Part, Result, Target } from "./results";

/** The figures as a page in Markdown: for each part when and where they were measured, and a table. */
export function resultsPage(parts: Readonly<Record<string, Part>>): string {
  const sections = Object.entries(parts).map(([name, { measured, results, notes }]) => {
    const table = results.length === 0 ? [] : [...heading, ...results.map(line), ""];
    const told = notes.length === 0 ? [] : [...notes.map((text) => `- ${text}`), ""];
    return [`## ${name}`, "", `${measured.join("; ")}.`, "", ...table, ...told].join("\n");
  });
  const intro = [
    "# Measured figures",
    "",
    "Written by `npm run bench` with results.json; all figures of one part are of one run on one machine. Times and memory are",
    "medians of several passes in turn. A ratio is the value divided by that of the figure it names.",
    "",
  ];
  return [intro.join("\n"), ...sections].join("\n");
}

const heading = ["| figure | value | ratio | target | |", "|---|--:|---|---|---|"];

function line({ name, value, unit, reference, ratio, target }: Result): string {
  const share = ratio === null ? "" : `${ratio} x ${reference}`;
  const verdict = target === null ? "" : isMet(ratio ?? value, target) ? "met" : "missed";
  const aim = target === null ? "" : aimOf(target, ratio === null ? ` ${unit}` : "");
  return `| ${[name, `${value.toLocaleString("en-CA")} ${unit}`, share, aim, verdict].join(" | ")} |`;
}

function isMet(figure: number, target: Target): boolean {
  return "most" in target ? figure <= target.most : figure >= target.least;
}

function aimOf(target: Target, unit: string): string {
  return "most" in target ? `at most ${target.most}${unit}` : `at least ${target.least}${unit}`;
}
