"use client";

import { useFormatter } from "next-intl";
import { useHydrated } from "./use-hydrated";

/** A moment on the reader's own clock. */
export function LocalTime({ iso, seconds = false }: { iso: string; seconds?: boolean }) {
  const format = useFormatter();
  const hydrated = useHydrated();
  const zone = hydrated ? { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone } : {};
  const text = format.dateTime(new Date(iso), {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" } : {}),
    ...zone,
  });
  return <time dateTime={iso}>{text}</time>;
}
