import { Environment } from "@marcbachmann/cel-js";
import { Duration } from "@marcbachmann/cel-js/evaluator";
import type { FieldVariable } from "./field-variables";
import { longestExpression } from "./rule-parts";

const timestamp = "google.protobuf.Timestamp";
const secondsPerDay = 86_400n;

/** The parts of cel-js that a macro meets. */
interface MacroCall {
  args: [{ args: string }];
}
interface Checker {
  check(node: unknown, context: unknown): unknown;
  getType(name: string): unknown;
}

/** The CEL environment of a ruleset: the row's fields, `referenceDate`, and the functions that CEL lacks for such rules. */
export function makeEnvironment(variables: readonly FieldVariable[]): Environment {
  const environment = new Environment({
    limits: {
      maxAstNodes: 250,
      maxDepth: 40,
      maxListElements: longestExpression,
      maxMapEntries: 0,
      maxCallArguments: 3,
    },
  })
    .registerFunction("present(ast): bool", ({ args }: MacroCall) => ({
      args,
      typeCheck(checker: Checker, call: MacroCall, context: unknown) {
        checker.check(call.args[0], context);
        return checker.getType("bool");
      },
      evaluate: (_: unknown, call: MacroCall, context: { getValue(name: string): unknown }) =>
        context.getValue(call.args[0].args) !== undefined,
    }))
    .registerFunction("abs(double): double", (value: number) => Math.abs(value))
    .registerFunction("abs(int): int", (value: bigint) => (value < 0n ? -value : value))
    .registerFunction("round(double, int): double", round)
    .registerFunction(
      "days(int): google.protobuf.Duration",
      (count: bigint) => new Duration(count * secondsPerDay),
    )
    .registerFunction(`date(string): ${timestamp}`, readDate)
    .registerVariable("referenceDate", timestamp);
  for (const { name, type } of variables) environment.registerVariable(name, type);
  return environment;
}

/** To `digits` decimals, a half away from zero, so that sums of amounts compare as they are written. */
function round(value: number, digits: bigint): number {
  if (digits < 0n || digits > 12n) throw new RangeError("round() takes 0 to 12 decimals");
  const shifted = Number(`${Math.abs(value)}e${digits}`);
  if (!Number.isFinite(shifted)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${digits}`);
}

function readDate(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(text) ||
    Number.isNaN(date.getTime()) ||
    !date.toISOString().startsWith(text)
  )
    throw new RangeError("date() takes a day that exists, as in 2026-01-31");
  return date;
}
