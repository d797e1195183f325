import type { RereadRow } from "./reread-rows";
import type { Tally } from "./tally";

/** What those need who tell findings that were found after all rows had been read. */
export interface Telling {
  tally: Tally;
  reread: RereadRow;
  signal: AbortSignal | undefined;
  /** Called after so many findings, one when it is not said. */
  onTold(findings?: number): Promise<void>;
}
