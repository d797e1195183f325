"use client";

import { IconFileUpload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";
import classes from "./home.module.css";
import { useDroppedFiles } from "./use-dropped-files";

/** The browser's own file input under a large label: keyboard, screen reader and one thumb all reach it. */
export function DropTarget({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useTranslations("home");
  const over = useDroppedFiles(onFiles);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.currentTarget.files ?? [])]);
    event.currentTarget.value = "";
  };
  return (
    <label className={classes.drop} data-over={over} data-testid="drop-target">
      <input type="file" multiple aria-label={t("fileInput")} className={classes.input} onChange={choose} />
      <IconFileUpload size={48} stroke={1.25} aria-hidden className={classes.dropIcon} />
      <span className={classes.dropTitle}>{t(over ? "dropActive" : "drop")}</span>
      <span className={classes.dropHint}>{t("dropHint")}</span>
    </label>
  );
}
