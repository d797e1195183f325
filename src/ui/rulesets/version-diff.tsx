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

interface VersionDiffProps {
  before: VersionText;
  after: VersionText;
  /** Reference tables that are not the same in both. */
  changedTables: string[];
}

/** What changed from one version to another. */
export function VersionDiff({ before, after, changedTables }: VersionDiffProps) {
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
      {changedTables.length > 0 ? <p>{t("changedTables", { names: changedTables.join(", ") })}</p> : null}
      {before.text === after.text ? (
        <p className={panel.quiet}>{t(changedTables.length > 0 ? "sameText" : "noChanges")}</p>
      ) : (
        <DiffView before={sides.before} after={sides.after} />
      )}
    </section>
  );
}
