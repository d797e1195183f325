import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AppError } from "@/errors";
import { compareRuns } from "@/services/compare-runs";
import { CompareRunsInput } from "@/services/inputs";
import { CompareView } from "@/ui/run/compare/compare-view";
import { orNotFound, pageContext } from "../../../../page-context";

interface CompareProps {
  params: Promise<{ id: string; other: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("run.compare");
  return { title: t("title") };
}

export default async function ComparePage({ params }: CompareProps) {
  const ctx = await pageContext();
  const { id, other } = await params;
  const { data: input } = CompareRunsInput.safeParse({ runId: id, otherId: other });
  if (!input) notFound();
  const comparison = await orNotFound(compareRuns({ ctx, input })).catch((error: unknown) => {
    // Two runs that cannot be compared: the page of those that can says which.
    if (error instanceof AppError && error.code === "conflict") return null;
    throw error;
  });
  if (!comparison) redirect(`/runs/${id}/compare`);
  return <CompareView comparison={comparison} />;
}
