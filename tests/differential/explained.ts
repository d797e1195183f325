import { explainedCells } from "./explained-cells";
import { explainedRows } from "./explained-rows";
import type { Explanation } from "./explanation";

/** Every reason why we and Frictionless differ; the first that fits a difference explains it. */
export const explained: Explanation[] = [...explainedRows, ...explainedCells];
