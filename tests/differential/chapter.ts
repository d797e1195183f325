import type { Case } from "./case";
import type { Difference } from "./compare";
import { explained } from "./explained";
import { tellCase, tellSides } from "./tell-case";

const [start, end] = [
  "<!-- differences: written by npm run test:differential -- --write -->",
  "<!-- /differences -->",
];

const inCode = (text: string) => `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;

/** The table of docs/CONFORMANCE.md: each reason with its example, as both judged it. */
export function renderTable(differenceOf: (id: string) => Difference | undefined): string {
  const rows = explained.map(({ id, why, example }) => {
    const difference = differenceOf(id);
    const { ours, theirs } = difference ? tellSides(difference) : { ours: "", theirs: "" };
    return `| \`${id}\` | ${why.replaceAll("|", "\\|")} | ${inCode(visible(example))} | ${ours} | ${theirs} |`;
  });
  return ["| reason | why | example | here | Frictionless |", "|---|---|---|---|---|", ...rows].join("\n");
}

/** A no-break space and its like would not be seen. */
function visible(example: Case): string {
  return tellCase(example).replace(
    /[^\S ]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`,
  );
}

/** The table that a document has now; null when it has no place for it. */
export function readTable(document: string): string | null {
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  return from < 0 || to < from ? null : document.slice(from + start.length, to).trim();
}

export function withTable(document: string, table: string): string {
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error("the document has no place for the table");
  return `${document.slice(0, from + start.length)}\n${table}\n${document.slice(to)}`;
}
