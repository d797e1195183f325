import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

export const tabs = ["groups", "table", "days", "columns", "log"] as const;

const address = {
  tab: parseAsStringLiteral(tabs).withDefault("groups"),
  severity: parseAsStringLiteral(["error", "warning", "info"] as const),
  code: parseAsString,
  field: parseAsString,
  finding: parseAsString,
  subject: parseAsString,
  day: parseAsString,
};

/** What the reader looks at, kept in the URL so that a link shows a colleague the same thing. */
export function useRunAddress() {
  return useQueryStates(address, { history: "push" });
}
