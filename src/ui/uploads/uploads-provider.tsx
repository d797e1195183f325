"use client";

import { createContext, type ReactNode, use } from "react";
import { useUploads } from "./use-uploads";

type Uploads = ReturnType<typeof useUploads>;

const UploadsContext = createContext<Uploads | null>(null);

/** Holds the uploads above the pages, so that they go on while a person looks at another one. */
export function UploadsProvider({ children }: { children: ReactNode }) {
  return <UploadsContext value={useUploads()}>{children}</UploadsContext>;
}

/** The uploads of this tab. */
export function useTabUploads(): Uploads {
  const uploads = use(UploadsContext);
  if (!uploads) throw new Error("there is no UploadsProvider above");
  return uploads;
}
