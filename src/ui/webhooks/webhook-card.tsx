"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../button";
import { ConfirmDialog } from "../confirm-dialog";
import { LocalTime } from "../local-time";
import { Notice } from "../notice";
import panel from "../panel.module.css";
import { useTRPC } from "../trpc";
import { errorCodeOf, useReason } from "../use-reason";
import type { Webhook } from "../wire";
import { DeliveryLog } from "./delivery-log";

export function WebhookCard({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhooks");
  const reason = useReason();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const webhookId = webhook.id;
  const test = useMutation(
    trpc.webhooks.test.mutationOptions({
      onSuccess: () => cache.invalidateQueries(trpc.webhooks.deliveries.pathFilter()),
    }),
  );
  const remove = useMutation(
    trpc.webhooks.delete.mutationOptions({
      onSettled: () => setAsking(false),
      onSuccess: () => cache.invalidateQueries(trpc.webhooks.list.pathFilter()),
    }),
  );
  const error = test.error ?? remove.error;
  return (
    <section className={`${panel.panel} ${panel.padded} ${panel.tight}`} data-testid="webhook">
      <div className={panel.between}>
        <strong style={{ overflowWrap: "anywhere" }}>{webhook.url}</strong>
        <span className={panel.quiet}>
          {t("added")} <LocalTime iso={webhook.createdAt} />
        </span>
      </div>
      <div className={panel.row}>
        <Button onClick={() => test.mutate({ webhookId })} busy={test.isPending}>
          {t("test")}
        </Button>
        <Button onClick={() => setAsking(true)}>{t("delete")}</Button>
      </div>
      {error ? <Notice severity="error">{reason(errorCodeOf(error))}</Notice> : null}
      {test.data ? <Notice severity="info">{t("asked")}</Notice> : null}
      <DeliveryLog webhookId={webhookId} />
      <ConfirmDialog
        open={isAsking}
        title={t("deleteTitle")}
        text={t("deleteText")}
        confirm={t("delete")}
        keep={t("keep")}
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ webhookId })}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}
