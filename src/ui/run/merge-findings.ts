import type { InfiniteData } from "@tanstack/react-query";
import type { FindingsPage, KeptFinding } from "../wire";

type Loaded<Param> = InfiniteData<FindingsPage, Param>;

/** The loaded findings with those that the stream brought, each once, in the order in which they were kept. */
export function mergeFindings<Param>(loaded: Loaded<Param>, fresh: KeptFinding[]): Loaded<Param> {
  const known = new Set(loaded.pages.flatMap((page) => page.items.map((item) => item.id)));
  const added = fresh.filter((finding) => !known.has(finding.id));
  const [first, ...rest] = loaded.pages;
  if (!first || added.length === 0 || rest.length > 0 || first.nextCursor) return loaded;
  return { ...loaded, pages: [{ ...first, items: [...first.items, ...added] }] };
}
