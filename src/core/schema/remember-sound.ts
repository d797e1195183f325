import type { CellCheck } from "./cell-fault";

const most = 512;
const longest = 64;
const trial = 4096;

/** Spares a slow check the cells that it found sound lately; gives up on a column whose cells hardly repeat. */
export function rememberSound(check: CellCheck): CellCheck {
  const sound = new Set<string>();
  let looks = 0;
  let hits = 0;
  let isOn = true;
  return (cell) => {
    if (!isOn || cell.length > longest) return check(cell);
    looks++;
    if (sound.has(cell)) {
      hits++;
      return null;
    }
    if (looks === trial && hits < trial / 8) {
      isOn = false;
      sound.clear();
    }
    const fault = check(cell);
    if (fault === null && isOn) {
      if (sound.size >= most) sound.clear();
      sound.add(cell);
    }
    return fault;
  };
}
