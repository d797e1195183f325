import { createContext, useContext } from "react";
import { type ToldFinding, tellFinding, titleOfCode, type Voice } from "@/core/findings/tell-finding";
import type { KeptFinding } from "../wire";

export const VoiceContext = createContext<Voice | null>(null);

interface FindingTeller {
  tell: (finding: KeptFinding) => ToldFinding;
  titleOf: (code: string) => string;
}

/** Tells findings and their codes in the reader's language. */
export function useFindingVoice(): FindingTeller {
  const voice = useContext(VoiceContext);
  if (!voice) throw new Error("no FindingVoice around this component");
  return {
    tell: (finding) => tellFinding(finding, voice),
    titleOf: (code) => titleOfCode(code, voice),
  };
}
