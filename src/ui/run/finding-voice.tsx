"use client";

import dynamic from "next/dynamic";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";

// Each language in a file of its own: a reader loads one.
const voices = {
  en: dynamic(() => import("./voice-english").then((part) => part.VoiceEnglish)),
  fr: dynamic(() => import("./voice-french").then((part) => part.VoiceFrench)),
};

/** Lets the components within tell findings in the reader's language. */
export function FindingVoice({ children }: { children: ReactNode }) {
  const Voice = voices[useLocale()];
  return <Voice>{children}</Voice>;
}
