/** Keeps the `most` items that come first by their row, however many are added and in whatever order. */
export function firstFew<T extends { row: number }>(most: number) {
  let items: T[] = [];

  function trim(): void {
    items.sort((a, b) => a.row - b.row);
    items = items.slice(0, most);
  }

  return {
    add(item: T): void {
      items.push(item);
      if (items.length >= most * 2 + 1000) trim();
    },
    /** In the order of their rows. */
    all(): readonly T[] {
      trim();
      return items;
    },
  };
}
