import { type Document, LineCounter, parseDocument } from "yaml";
import { placeOf, type TextRange } from "./place-in-text";
import { isTableSchema } from "./plain-table-schema";
import { type ProblemLang, problemWords } from "./problem-words";
import { parseRuleset, type Ruleset, RulesetError, type RulesetProblem } from "./ruleset";

/** What is wrong with a ruleset's text, and where. Lines and columns count from 1; `end` is exclusive. */
export interface PlacedProblem extends RulesetProblem, TextRange {}

export interface RulesetTextCheck {
  problems: PlacedProblem[];
  /** Null when there are problems. */
  ruleset: Ruleset | null;
  /** True for a plain Table Schema, which is taken as the `schema` of a ruleset. */
  isTableSchema: boolean;
  /** The document as far as it can be read. */
  document: unknown;
}

const maxAliasCount = 100;
const mostProblems = 200;

/** Reads a ruleset, or a plain Table Schema, from YAML or JSON and says where each problem stands. Throws nothing. */
export function checkRulesetText(text: string, lang: ProblemLang = "en"): RulesetTextCheck {
  const words = problemWords[lang];
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines });
  const document = toPlain(parsed);
  const plain = isTableSchema(document);
  if (parsed.errors.length > 0 || document instanceof Error) {
    const problems =
      document instanceof Error
        ? [{ ...start, path: "", message: words.tooManyAliases }]
        : syntaxProblems(parsed, lines);
    return {
      problems,
      ruleset: null,
      isTableSchema: plain,
      document: document instanceof Error ? null : document,
    };
  }
  try {
    return { problems: [], ruleset: parseRuleset(document, words), isTableSchema: plain, document };
  } catch (error) {
    if (!(error instanceof RulesetError)) throw error;
    const problems = error.problems.slice(0, mostProblems).map((problem) => ({
      ...problem,
      ...placeOf(parsed, lines, problem, problem.message === words.unknown),
    }));
    return { problems, ruleset: null, isTableSchema: plain, document };
  }
}

const start: TextRange = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function toPlain(parsed: Document): unknown {
  try {
    return parsed.toJS({ maxAliasCount });
  } catch (error) {
    return error instanceof Error ? error : new Error("not readable", { cause: error });
  }
}

function syntaxProblems(parsed: Document, lines: LineCounter): PlacedProblem[] {
  return parsed.errors.slice(0, mostProblems).map(({ message, pos: [from, to] }) => {
    const { line, col } = lines.linePos(from);
    const end = lines.linePos(to);
    const [sentence = ""] = message.split("\n");
    return {
      path: "",
      message: sentence.replace(/ at line \d+, column \d+:?$/, ""),
      line,
      column: col,
      endLine: end.line,
      endColumn: end.col,
    };
  });
}
