import type { Complaint } from "./tally";

/** The findings on a header when no ruleset says what it should be: blank and repeated labels. */
export function checkLabels(labels: readonly string[]): Complaint[] {
  const seen = new Map<string, number>();
  const complaints: Complaint[] = [];
  labels.forEach((label, i) => {
    const name = label.trim();
    const column = i + 1;
    const first = seen.get(name);
    if (name === "") complaints.push({ code: "blank-label", column, field: null, params: {} });
    else if (first !== undefined)
      complaints.push({
        code: "duplicate-label",
        column,
        field: label,
        params: { label, firstColumn: first },
      });
    else seen.set(name, column);
  });
  return complaints;
}
