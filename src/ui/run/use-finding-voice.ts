import { createContext, useContext } from "react";
import { type ToldFinding, tellFinding, titleOfCode, type Voice } from "@/core/findings/tell-finding";
import type { KeptFinding, RunDetail } from "../wire";
import { reportOf } from "./report-of";

export const VoiceContext = createContext<Voice | null>(null);

interface FindingTeller {
  tell: (finding: KeptFinding) => ToldFinding;
  /** The heading of a code: a rule's title comes with its findings while the run goes on, and with the report once it is done. */
  titleOf: (code: string, run: RunDetail, first?: KeptFinding[]) => string;
}

/** Tells findings and their codes in the reader's language. */
export function useFindingVoice(): FindingTeller {
  const voice = useContext(VoiceContext);
  if (!voice) throw new Error("no FindingVoice around this component");
  return {
    tell: (finding) => tellFinding(finding, voice),
    titleOf: (code, run, first = []) => {
      const titles = reportOf(run)?.ruleTitles?.[code];
      const sample = titles
        ? { params: { "@title": titles } }
        : first.find((finding) => finding.code === code);
      return titleOfCode(code, voice, sample);
    },
  };
}
