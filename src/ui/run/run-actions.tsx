"use client";

import { IconPlayerStop, IconRefresh, IconTrash } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../button";
import button from "../button.module.css";
import { Notice } from "../notice";
import panel from "../panel.module.css";
import { isOver } from "../run-status";
import { useReason } from "../use-reason";
import type { RunDetail } from "../wire";
import { Downloads } from "./downloads";
import { useRunActions } from "./use-run-actions";

const ConfirmDialog = dynamic(() => import("../confirm-dialog").then((part) => part.ConfirmDialog));

const icon = { size: 16, "aria-hidden": true } as const;

export function RunActions({ run }: { run: RunDetail }) {
  const t = useTranslations("run");
  // Null until the question is first put: then the dialog stays, to give the focus back when it closes.
  const [asking, setAsking] = useState<boolean | null>(null);
  const { cancel, retry, remove, refusal } = useRunActions(run.runId);
  const reason = useReason();
  const stopped = run.status === "failed" || run.status === "cancelled";
  // The verdict has said already that the file is gone.
  const retryable = stopped && run.errorCode !== "file-gone";
  return (
    <section className={`${panel.row} no-print`} aria-label={t("actions")}>
      {isOver(run.status) ? null : (
        <Button
          icon={<IconPlayerStop {...icon} />}
          busy={cancel.isPending}
          onClick={() => cancel.mutate({ runId: run.runId })}
        >
          {t("cancelRun")}
        </Button>
      )}
      {retryable && run.fileKept ? (
        <Button
          look="main"
          icon={<IconRefresh {...icon} />}
          busy={retry.isPending}
          onClick={() => retry.mutate({ runId: run.runId })}
        >
          {t("retry")}
        </Button>
      ) : null}
      {retryable && !run.fileKept ? <span className={panel.quiet}>{t("retryGone")}</span> : null}
      {run.status === "completed" ? (
        <Link
          href={`/runs/${run.runId}/compare`}
          prefetch={false}
          className={button.button}
          data-look="plain"
        >
          {t("compare.link")}
        </Link>
      ) : null}
      <Button icon={<IconTrash {...icon} />} onClick={() => setAsking(true)}>
        {t("delete")}
      </Button>
      <Downloads run={run} />
      {refusal ? <Notice severity="error">{t("actionFailed", { reason: reason(refusal) })}</Notice> : null}
      {asking === null ? null : (
        <ConfirmDialog
          open={asking}
          title={t("deleteTitle")}
          text={t("deleteText", { name: run.fileName })}
          confirm={t("deleteConfirm")}
          keep={t("deleteKeep")}
          busy={remove.isPending}
          onConfirm={() => {
            setAsking(false);
            remove.mutate({ runId: run.runId });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
