import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listWebhooks } from "@/services/list-webhooks";
import { WebhooksView } from "@/ui/webhooks/webhooks-view";
import { pageContext } from "../page-context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks");
  return { title: t("title") };
}

export default async function WebhooksPage() {
  const ctx = await pageContext();
  return <WebhooksView initial={await listWebhooks({ ctx })} />;
}
