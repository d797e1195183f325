"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { Button } from "../button";
import field from "../field.module.css";
import { Notice } from "../notice";
import panel from "../panel.module.css";
import { useTRPC } from "../trpc";
import { errorCodeOf, useReason } from "../use-reason";
import { SecretOnce } from "./secret-once";

export function AddWebhook() {
  const t = useTranslations("webhooks");
  const reason = useReason();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const hint = useId();
  const add = useMutation(
    trpc.webhooks.add.mutationOptions({
      onSuccess: () => cache.invalidateQueries(trpc.webhooks.list.pathFilter()),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const url = new FormData(form).get("url");
    if (typeof url === "string") add.mutate({ url: url.trim() }, { onSuccess: () => form.reset() });
  };
  const code = add.error ? errorCodeOf(add.error) : null;
  const words: Record<string, string> = { "invalid-input": t("invalid"), conflict: t("tooMany") };
  return (
    <>
      <form className={`${panel.panel} ${panel.padded} ${panel.tight}`} onSubmit={submit}>
        <label className={field.field}>
          <span className={field.label}>{t("url")}</span>
          <input
            name="url"
            type="url"
            className={field.control}
            aria-describedby={hint}
            aria-invalid={code === "invalid-input"}
            autoComplete="off"
            required
          />
          <span id={hint} className={field.hint}>
            {t("urlHint")}
          </span>
        </label>
        {code ? <Notice severity="error">{words[code] ?? reason(code)}</Notice> : null}
        <div className={panel.row}>
          <Button look="main" type="submit" busy={add.isPending}>
            {t("add")}
          </Button>
        </div>
      </form>
      {add.data ? (
        <SecretOnce url={add.data.url} secret={add.data.secret} onDone={() => add.reset()} />
      ) : null}
    </>
  );
}
