import type { Environment } from "@marcbachmann/cel-js";
import { weighExpression } from "./weigh-expression";

export interface DerivedOrder {
  /** Each behind those that it reads. */
  order: string[];
  /** Those that read themselves, through others or at once. */
  circular: string[];
}

/** Puts derived values in an order in which they can be worked out: the document's says nothing, since a store may change it. */
export function orderDerived(
  environment: Environment,
  derive: Readonly<Record<string, string>>,
): DerivedOrder {
  const order: string[] = [];
  const circular = new Set<string>();
  const state = new Map<string, "open" | "done">();

  function visit(name: string, path: readonly string[]): void {
    if (state.get(name) === "done") return;
    if (state.get(name) === "open") {
      for (const each of path.slice(path.indexOf(name))) circular.add(each);
      return;
    }
    state.set(name, "open");
    for (const read of namesRead(environment, derive[name] ?? ""))
      if (Object.hasOwn(derive, read)) visit(read, [...path, name]);
    state.set(name, "done");
    order.push(name);
  }

  for (const name of Object.keys(derive)) visit(name, []);
  return { order: order.filter((name) => !circular.has(name)), circular: [...circular] };
}

/** What cannot be read is told when the expression is compiled. */
function namesRead(environment: Environment, source: string): string[] {
  try {
    const { reads, asked } = weighExpression(environment.parse(source).ast);
    return [...reads, ...asked];
  } catch {
    return [];
  }
}
