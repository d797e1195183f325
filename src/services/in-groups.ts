const atOnce = 8;

/** Does something for each item, eight at once. Throws what the first that fails throws. */
export async function inGroups<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += atOnce)
    await Promise.all(items.slice(at, at + atOnce).map((item) => work(item)));
}
