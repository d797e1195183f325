"use client";

import { Dropzone } from "@mantine/dropzone";
import { IconFileUpload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import classes from "./home.module.css";

export function DropTarget({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useTranslations("home");
  return (
    <Dropzone
      onDrop={onFiles}
      multiple
      role="button"
      aria-label={t("drop")}
      data-testid="drop-target"
      inputProps={{ "aria-label": t("fileInput") }}
      className={classes.drop}
    >
      <div className={classes.dropInner}>
        <IconFileUpload size={48} stroke={1.25} aria-hidden className={classes.dropIcon} />
        <Dropzone.Accept>
          <span className={classes.dropTitle}>{t("dropActive")}</span>
        </Dropzone.Accept>
        <Dropzone.Reject>
          <span className={classes.dropTitle}>{t("drop")}</span>
        </Dropzone.Reject>
        <Dropzone.Idle>
          <span className={classes.dropTitle}>{t("drop")}</span>
        </Dropzone.Idle>
        <span className={classes.dropHint}>{t("dropHint")}</span>
      </div>
    </Dropzone>
  );
}
