"use client";

import { Button } from "@mantine/core";
import { useEffect, useId, useRef } from "react";
import classes from "./confirm-dialog.module.css";

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  text: string;
  confirm: string;
  keep: string;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** The browser's own modal dialog: it traps focus, closes on Escape and gives focus back. */
export function ConfirmDialog({
  open,
  title,
  text,
  confirm,
  keep,
  busy,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <p className={classes.text}>{text}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {keep}
        </Button>
        <Button onClick={onConfirm} loading={busy}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
