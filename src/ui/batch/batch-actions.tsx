"use client";

import { IconDownload, IconPlayerStop, IconRefresh, IconTrash } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "../button";
import { Notice } from "../notice";
import panel from "../panel.module.css";
import { useReason } from "../use-reason";
import type { Batch } from "../wire";
import { useBatchActions } from "./use-batch-actions";

const ConfirmDialog = dynamic(() => import("../confirm-dialog").then((part) => part.ConfirmDialog));

const icon = { size: 16, "aria-hidden": true } as const;

interface BatchActionsProps {
  batch: Batch;
  /** Files that this tab still has to send. */
  uploading: number;
  onStop: () => void;
}

export function BatchActions({ batch, uploading, onStop }: BatchActionsProps) {
  const t = useTranslations("batch");
  const locale = useLocale();
  const reason = useReason();
  // Null until the question is first put: then the dialog stays, to give the focus back when it closes.
  const [asking, setAsking] = useState<boolean | null>(null);
  const { batchId, state, kept } = batch;
  const { cancel, close, retry, remove, refusal } = useBatchActions(batchId);
  const stopped = batch.failed + batch.cancelled;
  return (
    <section className={`${panel.row} no-print`} aria-label={t("actions")}>
      {state === "finished" ? null : (
        <Button
          icon={<IconPlayerStop {...icon} />}
          busy={cancel.isPending}
          onClick={() => {
            onStop();
            cancel.mutate({ batchId });
          }}
        >
          {t("cancel")}
        </Button>
      )}
      {state === "open" && uploading === 0 ? (
        <Button busy={close.isPending} onClick={() => close.mutate({ batchId })}>
          {t("close")}
        </Button>
      ) : null}
      {batch.retryable > 0 && state === "finished" ? (
        <Button
          look="main"
          icon={<IconRefresh {...icon} />}
          busy={retry.isPending}
          onClick={() => retry.mutate({ batchId })}
        >
          {t("retry", { count: batch.retryable })}
        </Button>
      ) : null}
      {state === "finished" && stopped > batch.retryable ? (
        <span className={panel.quiet}>{t("retryGone", { count: stopped - batch.retryable })}</span>
      ) : null}
      {kept > 0 && state === "finished"
        ? (["csv", "ndjson"] as const).map((format) => (
            <ButtonLink
              key={format}
              icon={<IconDownload {...icon} />}
              href={`/api/batches/${batchId}/findings?format=${format}&lang=${locale}`}
              download
            >
              {t("download", { format: format.toUpperCase() })}
            </ButtonLink>
          ))
        : null}
      <Button icon={<IconTrash {...icon} />} onClick={() => setAsking(true)}>
        {t("delete")}
      </Button>
      {refusal ? <Notice severity="error">{t("actionFailed", { reason: reason(refusal) })}</Notice> : null}
      {asking === null ? null : (
        <ConfirmDialog
          open={asking}
          title={t("deleteTitle")}
          text={t("deleteText", { files: batch.files })}
          confirm={t("deleteConfirm")}
          keep={t("deleteKeep")}
          busy={remove.isPending}
          onConfirm={() => {
            setAsking(false);
            onStop();
            remove.mutate({ batchId });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
