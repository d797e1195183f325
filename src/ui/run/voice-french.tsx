import type { ReactNode } from "react";
import { fr } from "@/core/findings/messages/fr";
import { VoiceContext } from "./use-finding-voice";

const voice = { locale: "fr", messages: fr } as const;

export function VoiceFrench({ children }: { children: ReactNode }) {
  return <VoiceContext value={voice}>{children}</VoiceContext>;
}
