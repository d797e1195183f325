import type { ASTNode } from "@marcbachmann/cel-js";
import { patternProblem } from "../schema/pattern";
import { costOfPattern } from "../schema/pattern-cost";

/** What an expression reads and what it may cost. */
export interface Weight {
  /** Variables that are read, members as in `row.units`. */
  reads: Set<string>;
  /** Variables that `present()` asks about. */
  asked: Set<string>;
  cost: number;
}

/** A part of an expression that is not allowed, at its place in the text. */
export class ExpressionProblem extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** Characters of a cell that rules may read. */
export const longestText = 1000;
const mostCost = 100_000;
/** Of the pattern engine, which are much the shorter ones. */
const mostSteps = 1_000_000;

const macros = new Set(["all", "exists", "exists_one", "map", "filter"]);
const scans = new Set(
  (
    "size contains startsWith endsWith indexOf lastIndexOf substring lowerAscii upperAscii trim split join " +
    "matches int double bool string timestamp date duration"
  ).split(" "),
);
const quick = new Set(
  (
    "abs round days getFullYear getMonth getDate getDayOfMonth getDayOfWeek getHours getMinutes " +
    "getSeconds getMilliseconds"
  ).split(" "),
);

interface Part {
  cost: number;
  /** Characters that its value may have, all elements of a list together. */
  size: number;
}

/**
 * Bounds what an expression may cost on any row, in elementary steps: a scan costs the size of what it looks at, a macro its
 * body once for each element that the list could have; members can be read of `structs` alone. Throws ExpressionProblem for
 * what is too costly or not available.
 */
export function weighExpression(root: ASTNode, structs: ReadonlySet<string> = new Set()): Weight {
  const reads = new Set<string>();
  const asked = new Set<string>();

  function add(parts: readonly Part[]): Part {
    let cost = 1;
    let size = 0;
    for (const part of parts) {
      cost += part.cost;
      size += part.size;
    }
    return { cost, size };
  }

  const sum = (nodes: readonly ASTNode[], locals: Locals) => add(nodes.map((node) => weigh(node, locals)));

  function permit(node: ASTNode, name: string): void {
    if (!scans.has(name) && !quick.has(name))
      throw new ExpressionProblem(`the function ${name} is not available`, node.pos);
  }

  function call(name: string, parts: readonly Part[]): Part {
    const { cost, size } = add(parts);
    return { cost: cost + (scans.has(name) ? size / 50 : 0), size };
  }

  function ask(node: ASTNode, args: readonly ASTNode[], locals: Locals): Part {
    const [field] = args;
    const name = field && (memberOf(field, locals) ?? (field.op === "id" ? field.args : null));
    if (!field || !name || locals.has(name) || structs.has(name))
      throw new ExpressionProblem("present() takes the name of a field", field?.pos ?? node.pos);
    asked.add(name);
    return { cost: 1, size: 1 };
  }

  /** `row.units` for a member of a struct. */
  function memberOf(node: ASTNode, locals: Locals): string | null {
    if (node.op !== ".") return null;
    const [of, name] = node.args;
    return of.op === "id" && structs.has(of.args) && !locals.has(of.args) ? `${of.args}.${name}` : null;
  }

  function method(node: ASTNode, name: string, on: ASTNode, args: readonly ASTNode[], locals: Locals): Part {
    if (macros.has(name)) return macro(name, on, args, locals);
    permit(node, name);
    if (name.startsWith("get") && args.length > 0)
      throw new ExpressionProblem(`${name} takes no time zone: dates have none`, args[0]?.pos ?? node.pos);
    const target = weigh(on, locals);
    const parts = args.map((arg) => weigh(arg, locals));
    if (name === "matches") checkPattern(node, args[0], target.size);
    const part = call(name, [target, ...parts]);
    return name === "join" ? { ...part, size: target.size * (1 + (parts[0]?.size ?? 0)) } : part;
  }

  function macro(name: string, on: ASTNode, args: readonly ASTNode[], locals: Locals): Part {
    const list = weigh(on, locals);
    const [variable, ...bodies] = args;
    const inner = new Map(locals);
    if (variable?.op === "id") inner.set(variable.args, list.size);
    const body = sum(bodies, inner);
    const elements = list.size + 1;
    return {
      cost: list.cost + elements * body.cost,
      size: name === "map" ? elements * body.size : list.size,
    };
  }

  function weigh(node: ASTNode, locals: Locals): Part {
    switch (node.op) {
      case "value":
        return { cost: 1, size: typeof node.args === "string" ? node.args.length : 1 };
      case "id": {
        const local = locals.get(node.args);
        if (local === undefined && structs.has(node.args))
          throw new ExpressionProblem(`${node.args} is read by its members only`, node.pos);
        if (local === undefined) reads.add(node.args);
        return { cost: 1, size: local ?? longestText };
      }
      case "call":
        if (node.args[0] === "present") return ask(node, node.args[1], locals);
        permit(node, node.args[0]);
        return call(
          node.args[0],
          node.args[1].map((arg) => weigh(arg, locals)),
        );
      case "rcall":
        return method(node, node.args[0], node.args[1], node.args[2], locals);
      case "list":
        return sum(node.args, locals);
      case "!_":
      case "-_":
        return sum([node.args], locals);
      case ".": {
        const member = memberOf(node, locals);
        if (member === null)
          throw new ExpressionProblem("maps and their members are not available", node.pos);
        reads.add(member);
        return { cost: 1, size: longestText };
      }
      case ".?":
      case "[?]":
      case "map":
        throw new ExpressionProblem("maps and their members are not available", node.pos);
      case "==":
      case "!=":
      case "in": {
        const part = sum(node.args, locals);
        return { cost: part.cost + part.size / 50, size: 1 };
      }
      default:
        return sum(node.args, locals);
    }
  }

  const { cost } = weigh(root, new Map());
  if (cost > mostCost)
    throw new ExpressionProblem(
      "could cost too much on one row: see the limits in docs/RULESETS.md",
      root.pos,
    );
  return { reads, asked, cost };
}

type Locals = ReadonlyMap<string, number>;

/**
 * CEL's own `matches` runs in JavaScript's engine, so the pattern must not make it backtrack much. Unless it is held to the
 * start it is sought anywhere in the text, which is one more open repetition.
 */
function checkPattern(node: ASTNode, pattern: ASTNode | undefined, size: number): void {
  if (pattern?.op !== "value" || typeof pattern.args !== "string")
    throw new ExpressionProblem("matches() takes a pattern written in place", pattern?.pos ?? node.pos);
  const source = pattern.args;
  const problem = patternProblem(source);
  if (problem !== null) throw new ExpressionProblem(`the pattern ${problem}`, pattern.pos);
  const isHeld = source.startsWith("^") && !source.includes("|");
  const cost = costOfPattern(isHeld ? source : `[^]*(?:${source})`);
  if ("problem" in cost)
    throw new ExpressionProblem(`the pattern could run for too long: it ${cost.problem}`, pattern.pos);
  let steps = cost.ways;
  for (let i = 1; i <= cost.degree; i++) steps *= size / i;
  if (steps > mostSteps) throw new ExpressionProblem("the pattern could run for too long", pattern.pos);
}
