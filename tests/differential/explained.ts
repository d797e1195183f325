import { explainedDates } from "./explained-dates";
import { explainedFiles } from "./explained-files";
import { explainedKeys } from "./explained-keys";
import { explainedNumbers } from "./explained-numbers";
import { explainedRows } from "./explained-rows";
import { explainedStructures } from "./explained-structures";
import { explainedTexts } from "./explained-texts";
import type { Explanation } from "./explanation";

/** Every reason why we and Frictionless differ; the first that fits a difference explains it. */
export const explained: readonly Explanation[] = [
  ...explainedFiles,
  ...explainedRows,
  ...explainedKeys,
  ...explainedNumbers,
  ...explainedDates,
  ...explainedTexts,
  ...explainedStructures,
];
