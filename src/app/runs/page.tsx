import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListRunsInput } from "@/services/inputs";
import { listBatches } from "@/services/list-batches";
import { listRuns } from "@/services/list-runs";
import { runStatuses, runsPageSize } from "@/ui/run-status";
import { RunsView } from "@/ui/runs/runs-view";
import { pageContext } from "../page-context";

interface RunsProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("runs");
  return { title: t("title") };
}

export default async function RunsPage({ searchParams }: RunsProps) {
  const ctx = await pageContext();
  const asked = await searchParams;
  const status = runStatuses.find((name) => name === asked.status);
  const search = typeof asked.search === "string" ? asked.search.slice(0, 200) : "";
  const { data: batchId } = ListRunsInput.shape.batchId.safeParse(asked.batch);
  const filter = {
    ...(status ? { status } : {}),
    ...(search ? { search } : {}),
    ...(batchId ? { batchId } : {}),
  };
  const [runs, batches] = await Promise.all([
    listRuns({ ctx, input: { limit: runsPageSize, ...filter } }),
    listBatches({ ctx, input: { limit: 25 } }),
  ]);
  const choices = batches.items.map(({ batchId, name, files, createdAt }) => ({
    batchId,
    name,
    files,
    createdAt,
  }));
  return <RunsView initial={runs} initialFilter={filter} batches={choices} />;
}
