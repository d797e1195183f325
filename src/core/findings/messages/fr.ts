import type { Code } from "../codes";
import type { Message } from "../message";
import { frCells } from "./fr-cells";
import { frFile } from "./fr-file";
import { frKeys } from "./fr-keys";
import { frRows } from "./fr-rows";

export const fr: Record<Code, Message> = { ...frFile, ...frRows, ...frCells, ...frKeys };
