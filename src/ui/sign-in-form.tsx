"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "./button";
import field from "./field.module.css";
import { Notice } from "./notice";
import panel from "./panel.module.css";
import classes from "./sign-in-form.module.css";

async function openSession(token: string): Promise<"open" | "wrong"> {
  const response = await fetch("/api/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token }),
  });
  if (response.ok) return "open";
  if (response.status >= 500) throw new Error("The session could not be opened.");
  return "wrong";
}

export function SignInForm({ target }: { target: string }) {
  const t = useTranslations("signIn");
  const session = useMutation({
    mutationFn: openSession,
    onSuccess: (answer) => {
      if (answer === "open") window.location.assign(target);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get("token");
    if (typeof token === "string") session.mutate(token);
  };
  const problem = session.isError ? t("failed") : session.data === "wrong" ? t("wrong") : null;
  return (
    <form className={`${panel.panel} ${panel.padded} ${classes.form}`} onSubmit={submit}>
      <h1 className={classes.title}>{t("title")}</h1>
      <p className={classes.text}>{t("text")}</p>
      <label className={field.field}>
        <span className={field.label}>{t("token")}</span>
        <input
          type="password"
          name="token"
          className={field.control}
          autoComplete="current-password"
          aria-invalid={problem !== null}
          required
        />
      </label>
      {problem ? <Notice severity="error">{problem}</Notice> : null}
      <Button look="main" type="submit" busy={session.isPending}>
        {t("submit")}
      </Button>
    </form>
  );
}
