import { renderFinding } from "@/core/findings/render-finding";
import type { FindingView } from "@/db/finding-view";

export type Lang = "en" | "fr";

/** A finding with the sentences a person reads. */
export type RenderedFinding = FindingView & { title: string; message: string; remedy: string };

export function renderView(finding: FindingView, lang: Lang): RenderedFinding {
  return { ...finding, ...renderFinding(finding, lang) };
}
