/** What is wrong with a part of a ruleset, at its path in the document. */
export interface RuleProblem {
  path: (string | number)[];
  message: string;
}
