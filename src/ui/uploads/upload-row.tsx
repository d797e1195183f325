"use client";

import { IconRefresh, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Bar } from "../bar";
import { Button } from "../button";
import { SeverityMark } from "../severity-mark";
import { useMeasures } from "../use-measures";
import { useReason } from "../use-reason";
import type { Upload } from "./upload-state";
import classes from "./uploads.module.css";

interface UploadRowProps {
  upload: Upload;
  onRemove: (upload: Upload) => void;
  onRetry: (id: string) => void;
}

export function UploadRow({ upload, onRemove, onRetry }: UploadRowProps) {
  const t = useTranslations("home");
  const reason = useReason();
  const { bytes, share } = useMeasures();
  const { id, file, sent, total, state } = upload;
  const name = file.name;
  const part = total > 0 ? sent / total : 0;
  const failed = state === "failed";
  const text = {
    waiting: t("uploadWaiting"),
    uploading: t("uploading", { sent: bytes(sent), total: bytes(total) }),
    stored: t("starting"),
    failed: t("uploadFailed", { reason: reason(upload.reason) }),
  }[state];
  return (
    <li className={classes.upload}>
      <div className={classes.uploadHead}>
        <span className={classes.uploadName}>{name}</span>
        {failed ? <SeverityMark severity="error" /> : <span>{share(part)}</span>}
      </div>
      <Bar label={t("uploadOf", { name })} value={part * 100} text={text} />
      <div className={classes.uploadHead}>
        <span className={classes.uploadText}>{text}</span>
        <span>
          {failed ? (
            <Button look="bare" aria-label={t("retryUpload", { name })} onClick={() => onRetry(id)}>
              <IconRefresh size={16} aria-hidden />
            </Button>
          ) : null}
          <Button
            look="bare"
            aria-label={t(failed ? "dismissUpload" : "cancelUpload", { name })}
            onClick={() => onRemove(upload)}
          >
            <IconX size={16} aria-hidden />
          </Button>
        </span>
      </div>
    </li>
  );
}
