import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { queueRanges } from "@/queue-range";
import { queueHistory } from "@/services/queue-history";
import { queueState } from "@/services/queue-state";
import { QueueView } from "@/ui/queue/queue-view";
import { pageContext } from "../page-context";

interface QueueProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("queue");
  return { title: t("title") };
}

export default async function QueuePage({ searchParams }: QueueProps) {
  const ctx = await pageContext();
  const asked = (await searchParams).range;
  const range = queueRanges.find((name) => name === asked) ?? "hour";
  const [state, history] = await Promise.all([queueState({ ctx }), queueHistory({ ctx, input: { range } })]);
  return <QueueView initialState={state} initialHistory={history} />;
}
