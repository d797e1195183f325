import { Environment } from "@marcbachmann/cel-js";
import { Duration } from "@marcbachmann/cel-js/evaluator";
import { longestExpression } from "./rule-parts";

const timestamp = "google.protobuf.Timestamp";
const secondsPerDay = 86_400n;

/** The parts of cel-js that a macro meets. */
interface MacroCall {
  args: [{ op: "id"; args: string } | { op: "."; args: [{ args: string }, string] }];
}
interface Checker {
  check(node: unknown, context: unknown): unknown;
  getType(name: string): unknown;
}

/** A variable, or a struct with members, as expressions see it. */
export type Declared = { name: string; type: string } | { name: string; members: Record<string, string> };

/** A CEL environment: the variables, `referenceDate`, and the functions that CEL lacks for rules over rows. */
export function makeEnvironment(variables: readonly Declared[]): Environment {
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
        isPresent(call.args[0], (name) => context.getValue(name)),
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
  for (const variable of variables) declare(environment, variable);
  return environment;
}

/** Makes one more variable known to expressions. */
export function declare(environment: Environment, variable: Declared): void {
  if ("type" in variable) environment.registerVariable(variable.name, variable.type);
  else environment.registerVariable({ name: variable.name, schema: variable.members });
}

function isPresent(asked: MacroCall["args"][0], read: (name: string) => unknown): boolean {
  if (asked.op === "id") return read(asked.args) !== undefined;
  const [{ args: struct }, member] = asked.args;
  const members = read(struct);
  return typeof members === "object" && members !== null && Reflect.get(members, member) !== undefined;
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
