import type { ReactNode } from "react";
import { en } from "@/core/findings/messages/en";
import { VoiceContext } from "./use-finding-voice";

const voice = { locale: "en", messages: en } as const;

export function VoiceEnglish({ children }: { children: ReactNode }) {
  return <VoiceContext value={voice}>{children}</VoiceContext>;
}
