import type { Finding } from "@/core/findings/finding";
import { renderFinding } from "@/core/findings/render-finding";
import type { ToldFinding } from "@/core/findings/tell-finding";
import type { FindingView } from "@/db/finding-view";

export type Lang = "en" | "fr";

/** A finding with the sentences a person reads. */
export type RenderedFinding = FindingView & ToldFinding;

export function renderView(finding: FindingView, lang: Lang): RenderedFinding {
  return renderTold(finding, lang);
}

export function renderTold<T extends Finding>(finding: T, lang: Lang): T & ToldFinding {
  return { ...finding, ...renderFinding(finding, lang) };
}
