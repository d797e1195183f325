import type { ASTNode } from "@marcbachmann/cel-js";
import type { Values } from "./compile-expression";

/** A test of values that are all there. */
export type QuickTest = (values: Values) => boolean;

type Literal = string | number | bigint | boolean;

const flipped = new Map([
  ["<", ">"],
  ["<=", ">="],
  [">", "<"],
  [">=", "<="],
]);

/**
 * The most usual tests as plain functions, which take a tenth of the evaluator's time: a variable compared with a literal or
 * sought in a list of them, and what `!`, `&&` and `||` make of such. Null for any other expression. The expression must have
 * passed the type check, so that only values that can be compared are.
 */
export function quickTest(node: ASTNode): QuickTest | null {
  switch (node.op) {
    case "!_": {
      const test = quickTest(node.args) ?? truth(node.args);
      return test && ((values) => !test(values));
    }
    case "&&":
    case "||": {
      const [left, right] = node.args.map((part) => quickTest(part) ?? truth(part));
      if (!left || !right) return null;
      return node.op === "&&"
        ? (values) => left(values) && right(values)
        : (values) => left(values) || right(values);
    }
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return comparison(node.op, node.args);
    case "in":
      return membership(node.args);
    default:
      return null;
  }
}

function truth(node: ASTNode): QuickTest | null {
  if (node.op !== "id") return null;
  const name = node.args;
  return (values) => values[name] === true;
}

function literalOf(node: ASTNode): Literal | null {
  if (node.op !== "value") return null;
  const value: unknown = node.args;
  const isPlain =
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "bigint" ||
    typeof value === "boolean";
  return isPlain ? value : null;
}

function comparison(op: string, [left, right]: [ASTNode, ASTNode]): QuickTest | null {
  if (left.op !== "id") return right.op === "id" ? comparison(flipped.get(op) ?? op, [right, left]) : null;
  const name = left.args;
  const literal = literalOf(right);
  if (literal === null) return null;
  if (typeof literal === "string" || typeof literal === "boolean") {
    // Texts are ordered by the evaluator, which has its own order.
    if (op === "==") return (values) => values[name] === literal;
    return op === "!=" ? (values) => values[name] !== literal : null;
  }
  return numberComparison(op, name, literal);
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function numberComparison(op: string, name: string, literal: number | bigint): QuickTest | null {
  const test = (compare: (value: number | bigint) => boolean): QuickTest => {
    return (values) => {
      const value = values[name];
      return isNumber(value) && compare(value);
    };
  };
  switch (op) {
    case "<":
      return test((value) => value < literal);
    case "<=":
      return test((value) => value <= literal);
    case ">":
      return test((value) => value > literal);
    case ">=":
      return test((value) => value >= literal);
    default:
      return null;
  }
}

function membership([item, list]: [ASTNode, ASTNode]): QuickTest | null {
  if (item.op !== "id" || list.op !== "list") return null;
  const name = item.args;
  const literals = list.args.map(literalOf);
  if (!literals.every((literal) => typeof literal === "string")) return null;
  const known = new Set<unknown>(literals);
  return (values) => known.has(values[name]);
}
