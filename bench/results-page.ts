import type { Result, Target } from "./results";

interface Page {
  machine: readonly string[];
  results: readonly Result[];
  notes: readonly { part: string; text: string }[];
}

/** The figures of one run as a page in Markdown: the machine, then a table for each part. */
export function resultsPage({ machine, results, notes }: Page): string {
  const parts = [...new Set([...results, ...notes].map(({ part }) => part))];
  const sections = parts.map((part) => {
    const figures = results.filter((result) => result.part === part);
    const told = notes.filter((note) => note.part === part).map(({ text }) => `- ${text}`);
    const table = figures.length === 0 ? [] : [...heading, ...figures.map(line), ""];
    return [`## ${part}`, "", ...table, ...(told.length === 0 ? [] : [...told, ""])].join("\n");
  });
  const intro = [
    "# Measured figures",
    "",
    "Written by `npm run bench` with results.json; all figures of one run on one machine. Times and memory are medians of several",
    "passes in turn. A ratio is the value divided by that of the figure it names.",
    "",
    ...machine.map((text) => `- ${text}`),
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
