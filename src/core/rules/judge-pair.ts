import type { Params } from "../findings/finding";
import type { StagedPair } from "../staging/sequence-query";
import type { ActiveRule } from "./active-rules";
import type { Values } from "./compile-expression";
import type { CompiledSequenceRule } from "./compile-sequence-rule";
import type { SetVerdict } from "./judge-group";
import { asParam, formOfVariable, resultForm } from "./staged-value";
import { toMoney } from "./to-money";

/** Makes the judgement of a row and the one before it: null when they are sound. Throws what CEL throws. */
export function pairJudge(
  { rule, by, measures, members, when, check, impact }: ActiveRule<CompiledSequenceRule>,
  referenceDate: string,
) {
  const [row, prev]: [Values, Values] = [{}, {}];
  const values: Values = { referenceDate: new Date(`${referenceDate}T00:00:00Z`), row, prev };
  const figures = [
    ...by.map((variable) => ({ name: variable.name, read: formOfVariable(variable).read })),
    ...measures.map((measure) => ({ name: measure.name, read: resultForm(measure).read })),
  ];
  const parts = members.map((variable) => ({ name: variable.name, read: formOfVariable(variable).read }));

  function fill(struct: Values, prefix: string, staged: readonly unknown[]): void {
    parts.forEach(({ name, read }, i) => {
      const value = staged[i] ?? null;
      struct[name] = value === null ? undefined : read(value);
      values[`${prefix}.${name}`] = struct[name];
    });
  }

  return (pair: StagedPair): SetVerdict | null => {
    const staged = [...pair.by, ...pair.measures];
    figures.forEach(({ name, read }, i) => {
      const value = staged[i] ?? null;
      values[name] = value === null ? undefined : read(value);
    });
    fill(row, "row", pair.members);
    fill(prev, "prev", pair.prevMembers);
    if (when && when.known(values) !== true) return null;
    if (check.known(values) !== false) return null;
    const amount = impact ? toMoney(impact.known(values)) : undefined;
    const params: Params = { referenceDate, prev: pair.prevRow, "@by": rule.by };
    by.forEach(({ name, field }) => {
      params[field?.name ?? name] = asParam(values[name]);
    });
    for (const { name } of measures) params[name] = asParam(values[name]);
    if (amount !== undefined) params.impact = amount;
    return { params, impact: amount };
  };
}
