import fc from "fast-check";
import { expect, test } from "vitest";
import { makeEnvironment } from "../../src/core/rules/cel-environment";
import { compileExpression } from "../../src/core/rules/compile-expression";

const environment = makeEnvironment([
  { name: "n", type: "int" },
  { name: "x", type: "double" },
  { name: "s", type: "string" },
  { name: "b", type: "bool" },
]);

const values = fc.record({
  n: fc.bigInt({ min: -3n, max: 3n }),
  x: fc.oneof(fc.constantFrom(-1, 0, 0.5, 1, 2, Number.NaN, Number.POSITIVE_INFINITY), fc.double()),
  s: fc.constantFrom("", "a", "b", "A", "é", "a "),
  b: fc.boolean(),
});

const order = fc.constantFrom("<", "<=", ">", ">=");
const equality = fc.constantFrom("==", "!=");
const text = fc.constantFrom("''", "'a'", "'b'", "'é'");
const simple = fc.oneof(
  fc.tuple(order, fc.integer({ min: -3, max: 3 })).map(([op, value]) => `n ${op} ${value}`),
  fc.tuple(order, fc.constantFrom("0.5", "1.0", "-1.0", "2")).map(([op, value]) => `x ${op} ${value}`),
  fc.tuple(order, fc.constantFrom("0.5", "1.0")).map(([op, value]) => `${value} ${op} x`),
  fc.tuple(equality, text).map(([op, value]) => `s ${op} ${value}`),
  fc.tuple(equality, fc.integer({ min: -3, max: 3 })).map(([op, value]) => `n ${op} ${value}`),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((list) => `s in [${list.join(", ")}]`),
  fc.constantFrom("b", "!b", "b == true", "false != b", "n in [1, 2]"),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    simple,
    tie("expression").map((part) => `!(${part})`),
    fc
      .tuple(tie("expression"), fc.constantFrom("&&", "||"), tie("expression"))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
  ),
}));

test("the quick way and the evaluator agree on every expression and value", () => {
  fc.assert(
    fc.property(expression, values, (source, row) => {
      const compiled = compileExpression(environment, source);
      if ("problem" in compiled) throw new Error(`${source}: ${compiled.problem}`);
      expect(compiled.known(row)).toBe(compiled.evaluate(row));
    }),
    { numRuns: 2000 },
  );
});
