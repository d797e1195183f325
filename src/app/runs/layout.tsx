import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

// The pages whose filters and tabs live in the URL.
export default function RunsLayout({ children }: { children: ReactNode }) {
  return <NuqsAdapter>{children}</NuqsAdapter>;
}
