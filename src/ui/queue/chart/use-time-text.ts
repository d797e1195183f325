import { useFormatter } from "next-intl";
import type { QueueRange } from "@/queue-range";

const clock = { hour: "2-digit", minute: "2-digit" } as const;
const day = { weekday: "short", day: "numeric" } as const;

/** Writes moments on the reader's own clock: short on an axis, in full beside a figure. Only for what the browser draws. */
export function useTimeText(range: QueueRange) {
  const format = useFormatter();
  const zone = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return {
    tick: (at: Date) => format.dateTime(at, { ...(range === "week" ? day : clock), ...zone }),
    full: (at: Date) =>
      format.dateTime(at, { ...(range === "hour" ? clock : { ...day, ...clock }), ...zone }),
  };
}
