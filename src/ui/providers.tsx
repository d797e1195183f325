"use client";

import type { ReactNode } from "react";
import { NonceContext } from "./nonce";
import { ApiProvider } from "./trpc";

export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <NonceContext value={nonce}>
      <ApiProvider>{children}</ApiProvider>
    </NonceContext>
  );
}
