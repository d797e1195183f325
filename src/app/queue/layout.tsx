import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

// The range of the charts lives in the URL.
export default function QueueLayout({ children }: { children: ReactNode }) {
  return <NuqsAdapter>{children}</NuqsAdapter>;
}
