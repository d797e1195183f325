import type { Params } from "../findings/finding";
import type { StagedGroup } from "../staging/group-query";
import type { ActiveRule } from "./active-rules";
import type { Values } from "./compile-expression";
import type { CompiledGroupRule } from "./compile-group-rule";
import { asParam, formOfVariable, resultForm } from "./staged-value";
import { toMoney } from "./to-money";

/** What a rule over many rows says of some of them. */
export interface SetVerdict {
  params: Params;
  impact: number | undefined;
}

/** Makes the judgement of one group: null when it is sound or the rule says nothing of it. Throws what CEL throws. */
export function groupJudge(
  { rule, by, measures, when, check, impact }: ActiveRule<CompiledGroupRule>,
  referenceDate: string,
) {
  const values: Values = { referenceDate: new Date(`${referenceDate}T00:00:00Z`) };
  const variables = [
    ...by.map((variable) => ({ name: variable.name, read: formOfVariable(variable).read })),
    ...measures.map((measure) => ({ name: measure.name, read: resultForm(measure).read })),
  ];

  return ({ rows, marked, values: staged }: StagedGroup): SetVerdict | null => {
    values.rows = BigInt(rows);
    for (let i = 0; i < variables.length; i++) {
      const variable = variables[i];
      const value = staged[i] ?? null;
      if (variable) values[variable.name] = value === null ? undefined : variable.read(value);
    }
    if (when && when.known(values) !== true) return null;
    if (check.known(values) !== false) return null;
    const amount = impact ? toMoney(impact.known(values)) : undefined;
    const params: Params = { referenceDate, rows: marked, "@by": rule.by };
    by.forEach(({ name, field }) => {
      params[field?.name ?? name] = asParam(values[name]);
    });
    for (const { name } of measures) params[name] = asParam(values[name]);
    if (amount !== undefined) params.impact = amount;
    return { params, impact: amount };
  };
}
