import {
  type Environment,
  EvaluationError,
  ParseError,
  TypeError as TypeMismatch,
} from "@marcbachmann/cel-js";
import { ExpressionProblem, type Weight, weighExpression } from "./weigh-expression";

export type RowValues = Record<string, unknown>;

export interface Expression extends Omit<Weight, "cost"> {
  /** The expression over a row's values, `undefined` where a cell is missing; null when it reads a missing one after all. */
  evaluate(values: RowValues): boolean | null;
}

/** What is wrong with an expression, and the character (from 1) at which. */
export interface ExpressionFault {
  problem: string;
  character: number;
}

/** Parses, weighs and type-checks one expression, which must give true or false. */
export function compileExpression(environment: Environment, source: string): Expression | ExpressionFault {
  try {
    const parsed = environment.parse(source);
    const { reads, asked } = weighExpression(parsed.ast);
    const { valid, type, error } = parsed.check();
    if (!valid) throw error;
    if (type !== "bool") return { problem: `gives ${type}, not true or false`, character: 1 };
    return { reads, asked, evaluate: (values) => run(parsed, values) };
  } catch (error) {
    if (error instanceof ExpressionProblem) return { problem: error.message, character: error.at + 1 };
    if (error instanceof ParseError || error instanceof TypeMismatch)
      return { problem: error.summary, character: (error.range?.start ?? 0) + 1 };
    throw error;
  }
}

function run(evaluate: (values: RowValues) => unknown, values: RowValues): boolean | null {
  try {
    return evaluate(values) === true;
  } catch (error) {
    if (error instanceof EvaluationError && error.code === "unknown_variable") return null;
    throw error;
  }
}
