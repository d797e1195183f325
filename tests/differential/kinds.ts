import type fc from "fast-check";
import { dateKinds } from "./kinds-dates";
import { numberKinds } from "./kinds-numbers";
import { structureKinds } from "./kinds-structures";
import { textKinds } from "./kinds-texts";

/** A way to describe a field, with cells that fit it, cells that nearly do, and constraints that some of them break. */
export interface Kind {
  field: { type: string } & Record<string, unknown>;
  good: fc.Arbitrary<string>;
  odd: string[];
  constraints: Record<string, unknown>[];
}

export const kinds: Kind[] = [...numberKinds, ...dateKinds, ...textKinds, ...structureKinds];
