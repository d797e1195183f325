"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import panel from "../panel.module.css";

const DiffView = dynamic(() => import("./editor/diff-view").then((part) => part.DiffView), { ssr: false });

export interface VersionText {
  version: number;
  text: string;
}

/** What changed from one version to another. */
export function VersionDiff({ before, after }: { before: VersionText; after: VersionText }) {
  const t = useTranslations("rulesets");
  const [labelBefore, labelAfter] = [before, after].map(({ version }) => t("version", { version }));
  const sides = useMemo(
    () => ({
      before: { text: before.text, label: labelBefore ?? "" },
      after: { text: after.text, label: labelAfter ?? "" },
    }),
    [before.text, after.text, labelBefore, labelAfter],
  );
  return (
    <section className={panel.tight}>
      <h2>{t("changes", { before: before.version, after: after.version })}</h2>
      {before.text === after.text ? (
        <p className={panel.quiet}>{t("noChanges")}</p>
      ) : (
        <DiffView before={sides.before} after={sides.after} />
      )}
    </section>
  );
}
