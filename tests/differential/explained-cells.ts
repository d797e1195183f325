import type { Explanation } from "./explanation";

export const explainedCells: Explanation[] = [];
