import type { Code } from "../codes";
import type { Message } from "../message";
import { enCells } from "./en-cells";
import { enFile } from "./en-file";
import { enKeys } from "./en-keys";
import { enRows } from "./en-rows";

export const en: Record<Code, Message> = { ...enFile, ...enRows, ...enCells, ...enKeys };
