import {
  type Environment,
  EvaluationError,
  ParseError,
  TypeError as TypeMismatch,
} from "@marcbachmann/cel-js";
import { quickTest } from "./quick-test";
import { ExpressionProblem, type Weight, weighExpression } from "./weigh-expression";

/** Values by variable; a value that is missing is `undefined`, one that cannot be had from a faulty cell is `null`. */
export type Values = Record<string, unknown>;

export interface Expression extends Omit<Weight, "cost"> {
  /** The CEL type of what it gives. */
  type: string;
  /** What it gives; undefined when it reads a missing value after all. Throws what CEL throws, as for a division by zero. */
  evaluate(values: Values): unknown;
  /** The same once its values are looked at: null when one it reads is faulty, undefined when one is missing. */
  known(values: Values): unknown;
  /** Set when it is a variable's name and no more. */
  only: string | null;
}

/** What is wrong with an expression, and the character (from 1) at which. */
export interface ExpressionFault {
  problem: string;
  character: number;
}

/** What an expression has to give, and how a problem says so. */
export interface Wanted {
  types: readonly string[];
  name: string;
}

const times = ["google.protobuf.Timestamp", "google.protobuf.Duration"];
export const wanted = {
  truth: { types: ["bool"], name: "true or false" },
  number: { types: ["int", "double"], name: "a number" },
  order: { types: ["int", "double", "string", ...times], name: "a number, a text or a time" },
  value: { types: ["bool", "int", "double", "string", ...times], name: "a single value" },
} as const satisfies Record<string, Wanted>;

const none: ReadonlySet<string> = new Set();

/** Parses, weighs and type-checks one expression; `structs` names the variables that have members. */
export function compileExpression(
  environment: Environment,
  source: string,
  { types, name }: Wanted = wanted.truth,
  structs: ReadonlySet<string> = none,
): Expression | ExpressionFault {
  try {
    const parsed = environment.parse(source);
    const { reads, asked } = weighExpression(parsed.ast, structs);
    const { valid, type = "dyn", error } = parsed.check();
    if (!valid) throw error;
    if (!types.includes(type)) return { problem: `gives ${type}, not ${name}`, character: 1 };
    const { ast } = parsed;
    // Most expressions that are no check are a field's name alone.
    if (ast.op === "id") {
      const only = ast.args;
      const evaluate = (values: Values) => values[only];
      return { type, reads, asked, evaluate, known: evaluate, only };
    }
    const evaluate = (values: Values) => run(parsed, values);
    const known = ifKnown({ reads, asked, evaluate: quickTest(ast) ?? evaluate });
    return { type, reads, asked, evaluate, known, only: null };
  } catch (error) {
    if (error instanceof ExpressionProblem) return { problem: error.message, character: error.at + 1 };
    if (error instanceof ParseError || error instanceof TypeMismatch)
      return { problem: error.summary, character: (error.range?.start ?? 0) + 1 };
    throw error;
  }
}

function run(evaluate: (values: Values) => unknown, values: Values): unknown {
  try {
    return evaluate(values);
  } catch (error) {
    const isMissing =
      error instanceof EvaluationError && (error.code === "unknown_variable" || error.code === "no_such_key");
    if (isMissing) return undefined;
    throw error;
  }
}

function ifKnown({
  reads,
  asked,
  evaluate,
}: Pick<Expression, "reads" | "asked" | "evaluate">): Expression["known"] {
  const used = [...new Set([...reads, ...asked])];
  const needed = used.filter((name) => !asked.has(name));
  return (values) => {
    for (const name of used) if (values[name] === null) return null;
    for (const name of needed) if (values[name] === undefined) return undefined;
    return evaluate(values);
  };
}
