"use client";

import { useEffect, useId, useRef } from "react";
import { Button } from "./button";
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
        <Button onClick={onClose}>{keep}</Button>
        <Button look="main" onClick={onConfirm} busy={busy}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
