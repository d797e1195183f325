"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";

const virtualPast = 200;

/** Which rows of a long table to draw, and the height of those before and after. Up to 200 rows all are drawn. */
export function useRowWindow(count: number, estimate: number) {
  const table = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const box = table.current?.getBoundingClientRect();
    if (box) setTop(box.top + window.scrollY);
  }, []);
  const enabled = count > virtualPast;
  const virtual = useWindowVirtualizer({
    count,
    enabled,
    estimateSize: () => estimate,
    overscan: 16,
    scrollMargin: top,
  });
  if (!enabled) {
    const indexes = Array.from({ length: count }, (_, index) => index);
    return { table, indexes, before: 0, after: 0, measure: undefined };
  }
  const items = virtual.getVirtualItems();
  const before = Math.max((items[0]?.start ?? top) - top, 0);
  const after = Math.max(virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top), 0);
  return { table, indexes: items.map(({ index }) => index), before, after, measure: virtual.measureElement };
}
