"use client";

import type { ReactNode } from "react";
import { NonceContext } from "./nonce";
import { ApiProvider } from "./trpc";
import { UploadsProvider } from "./uploads/uploads-provider";

export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <NonceContext value={nonce}>
      <ApiProvider>
        <UploadsProvider>{children}</UploadsProvider>
      </ApiProvider>
    </NonceContext>
  );
}
