/** The number of cells that most records have, the larger of two that are as common; blank lines do not count. */
export function commonWidth(records: readonly string[][]): { width: number; share: number } {
  const widths = new Map<number, number>();
  let counted = 0;
  for (const record of records) {
    if (record.length === 1 && record[0] === "") continue;
    counted++;
    widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  }
  let width = 0;
  let times = 0;
  for (const [candidate, count] of widths)
    if (count > times || (count === times && candidate > width)) [width, times] = [candidate, count];
  return { width, share: counted === 0 ? 0 : times / counted };
}
