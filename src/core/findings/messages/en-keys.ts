import type { Code } from "../codes";
import type { Message } from "../message";

export const enKeys = {
  "primary-key": {
    title: "Identifier is not unique",
    message: (words) =>
      words.has("key")
        ? `The identifier ${words.quoted("key")} was used in row ${words.number("firstRow")} already.`
        : "The identifier of the row is missing.",
    remedy: (words) =>
      words.has("key")
        ? "Remove the repeated row, or give it its own identifier."
        : "Fill in the identifier.",
  },
  unique: {
    title: "Value is not unique",
    message: (words) =>
      `${words.quoted("key")} was used in row ${words.number("firstRow")} already, and no two rows may share it.`,
    remedy: () => "Correct the value, or remove the repeated row.",
  },
  "foreign-key": {
    title: "Reference leads nowhere",
    message: (words) =>
      words.has("resource")
        ? `${words.quoted("key")} is not in the table ${words.quoted("resource")}.`
        : `No row of the file has ${words.quoted("key")}.`,
    remedy: () => "Correct the value, or add the row that it refers to.",
  },
  "rule-error": {
    title: "A rule of the ruleset failed",
    message: (words) =>
      `The rule ${words.quoted("rule")} could not be worked out and was not checked any further: ${words.text("reason")}.`,
    remedy: () => "Correct the rule in the ruleset: the file is not at fault.",
  },
} satisfies Partial<Record<Code, Message>>;
