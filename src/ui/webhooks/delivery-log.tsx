"use client";

import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "../button";
import panel from "../panel.module.css";
import { useTRPC } from "../trpc";
import { DeliveryRow } from "./delivery-row";

export function DeliveryLog({ webhookId }: { webhookId: string }) {
  const t = useTranslations("webhooks");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const log = useInfiniteQuery(
    trpc.webhooks.deliveries.infiniteQueryOptions(
      { webhookId },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const again = useMutation(trpc.webhooks.redeliver.mutationOptions({ onSuccess: () => log.refetch() }));
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={panel.tight}>
      <div className={panel.between}>
        <h2>{t("log")}</h2>
        <Button look="bare" onClick={() => log.refetch()} busy={log.isFetching}>
          {t("refresh")}
        </Button>
      </div>
      {log.isSuccess && items.length === 0 ? <span className={panel.quiet}>{t("noDeliveries")}</span> : null}
      {items.length > 0 ? (
        <div className={panel.scroll}>
          <table className={panel.table}>
            <thead>
              <tr>
                <th>{t("event")}</th>
                <th>{t("state")}</th>
                <th>{t("answer")}</th>
                <th className={panel.number}>{t("attempts")}</th>
                <th>{t("when")}</th>
                <th>{t("action")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((delivery) => (
                <DeliveryRow
                  key={delivery.id}
                  delivery={delivery}
                  busy={again.isPending}
                  onRedeliver={() => again.mutate({ deliveryId: delivery.id })}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {log.hasNextPage ? <Button onClick={() => log.fetchNextPage()}>{common("loadMore")}</Button> : null}
    </div>
  );
}
