"use client";

import { useLocale } from "next-intl";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useNonce } from "../../nonce";
import classes from "./editor.module.css";
import { type DiffOptions, openDiff } from "./open-diff";

const wide = "(min-width: 60em)";

function onWidth(changed: () => void) {
  const query = window.matchMedia(wide);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

type DiffViewProps = Pick<DiffOptions, "before" | "after">;

/** The lines in which two texts differ. */
export function DiffView({ before, after }: DiffViewProps) {
  const locale = useLocale();
  const nonce = useNonce();
  const parent = useRef<HTMLDivElement>(null);
  const isWide = useSyncExternalStore(
    onWidth,
    () => window.matchMedia(wide).matches,
    () => false,
  );
  useEffect(() => {
    if (!parent.current) return;
    return openDiff({ parent: parent.current, before, after, locale, nonce, isWide });
  }, [before, after, locale, nonce, isWide]);
  return <div ref={parent} className={classes.diff} data-testid="ruleset-diff" data-wide={isWide} />;
}
