import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

// The page whose filter lives in the URL.
export default function BatchesLayout({ children }: { children: ReactNode }) {
  return <NuqsAdapter>{children}</NuqsAdapter>;
}
