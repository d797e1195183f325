import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { getRun } from "@/services/get-run";
import { RunId } from "@/services/inputs";
import { listFindings } from "@/services/list-findings";
import { listTotals } from "@/services/list-totals";
import { FindingVoice } from "@/ui/run/finding-voice";
import { findingsInput } from "@/ui/run/findings-filter";
import { RunView } from "@/ui/run/run-view";
import { orNotFound, pageContext } from "../../page-context";

interface RunProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("runs");
  return { title: t("file") };
}

export default async function RunPage({ params }: RunProps) {
  const ctx = await pageContext();
  const { data: input } = RunId.safeParse({ runId: (await params).id });
  if (!input) notFound();
  // The run first: its counts must not be newer than the findings beside them.
  const run = await orNotFound(getRun({ ctx, input }));
  const [findings, totals] = await Promise.all([
    orNotFound(listFindings({ ctx, input: findingsInput(input.runId) })),
    orNotFound(listTotals({ ctx, input })),
  ]);
  return (
    <FindingVoice>
      <RunView key={input.runId} initial={run} findings={findings} totals={totals} />
    </FindingVoice>
  );
}
