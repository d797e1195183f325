import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BatchId } from "@/services/batch-inputs";
import { getBatch } from "@/services/get-batch";
import { listBatchRuns } from "@/services/list-batch-runs";
import { BatchView } from "@/ui/batch/batch-view";
import { orNotFound, pageContext } from "../../page-context";

interface BatchProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("batch");
  return { title: t("title") };
}

export default async function BatchPage({ params }: BatchProps) {
  const ctx = await pageContext();
  const { data: input } = BatchId.safeParse({ batchId: (await params).id });
  if (!input) notFound();
  // The batch first: its revision must not be newer than the runs beside it.
  const batch = await orNotFound(getBatch({ ctx, input }));
  const runs = await orNotFound(listBatchRuns({ ctx, input }));
  return <BatchView key={input.batchId} initial={batch} runs={runs} />;
}
