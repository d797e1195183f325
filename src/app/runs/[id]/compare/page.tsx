import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { listCompareChoices } from "@/services/compare-choices";
import { RunId } from "@/services/inputs";
import { CompareChoicesView } from "@/ui/run/compare/compare-choices-view";
import { orNotFound, pageContext } from "../../../page-context";

interface CompareProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("run.compare");
  return { title: t("link") };
}

export default async function CompareChoicesPage({ params }: CompareProps) {
  const ctx = await pageContext();
  const { data: input } = RunId.safeParse({ runId: (await params).id });
  if (!input) notFound();
  return <CompareChoicesView {...(await orNotFound(listCompareChoices({ ctx, input })))} />;
}
