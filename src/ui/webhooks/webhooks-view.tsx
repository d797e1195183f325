"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useTRPC } from "../trpc";
import type { Webhook } from "../wire";
import { AddWebhook } from "./add-webhook";
import { WebhookCard } from "./webhook-card";

export function WebhooksView({ initial }: { initial: Webhook[] }) {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const { data = initial } = useQuery(trpc.webhooks.list.queryOptions(undefined, { initialData: initial }));
  return (
    <div className={panel.stack}>
      <h1>{t("title")}</h1>
      <p className={panel.prose}>{t("intro")}</p>
      <AddWebhook />
      {data.length === 0 ? (
        <div className={`${panel.panel} ${panel.empty}`}>
          <strong>{t("empty")}</strong>
          <span>{t("emptyHint")}</span>
        </div>
      ) : (
        data.map((webhook) => <WebhookCard key={webhook.id} webhook={webhook} />)
      )}
    </div>
  );
}
