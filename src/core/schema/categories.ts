import type { Categories } from "./field";

/** The values of a field's categories, labels left aside. */
export function categoryValues(categories: Categories): (string | number)[] {
  return categories.map((entry) => (typeof entry === "object" ? entry.value : entry));
}
