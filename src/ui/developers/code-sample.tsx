"use client";

import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../button";
import panel from "../panel.module.css";
import classes from "./developers.module.css";

/** Code to read and, where the browser allows it, to copy. */
export function CodeSample({ code, title }: { code: string; title: string }) {
  const t = useTranslations("developers");
  const [copied, setCopied] = useState(false);
  const Icon = copied ? IconCheck : IconCopy;
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  };
  return (
    <div className={classes.sample}>
      <pre className={panel.code}>{code}</pre>
      <Button
        className={classes.copy}
        icon={<Icon size={16} aria-hidden />}
        aria-label={t("copyOf", { title })}
        onClick={() => void copy()}
        onBlur={() => setCopied(false)}
      >
        <span role="status">{t(copied ? "copied" : "copy")}</span>
      </Button>
    </div>
  );
}
