import { createContext, useContext } from "react";
import { type ToldFinding, tellFinding, titleOfCode, type Voice } from "@/core/findings/tell-finding";
import type { KeptFinding } from "../wire";

export const VoiceContext = createContext<Voice | null>(null);

interface FindingTeller {
  tell: (finding: KeptFinding) => ToldFinding;
  /** Of a rule's findings `sample` is one, or as good as one. */
  titleOf: (code: string, sample?: Pick<KeptFinding, "params">) => string;
}

/** Tells findings and their codes in the reader's language. */
export function useFindingVoice(): FindingTeller {
  const voice = useContext(VoiceContext);
  if (!voice) throw new Error("no FindingVoice around this component");
  return {
    tell: (finding) => tellFinding(finding, voice),
    titleOf: (code, sample) => titleOfCode(code, voice, sample),
  };
}
