"use client";

import { MantineProvider } from "@mantine/core";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { theme } from "./theme";
import { ApiProvider } from "./trpc";

export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <NuqsAdapter>
        <ApiProvider>{children}</ApiProvider>
      </NuqsAdapter>
    </MantineProvider>
  );
}
