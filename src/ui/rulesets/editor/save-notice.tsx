import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "../../notice";
import { useReason } from "../../use-reason";
import { FaultList } from "./fault-list";
import type { SaveOutcome } from "./use-ruleset-draft";

/** What became of the last attempt to save. */
export function SaveNotice({ outcome }: { outcome: SaveOutcome | null }) {
  const t = useTranslations("rulesets.editor");
  const reason = useReason();
  if (!outcome) return null;
  if (outcome.kind === "faulty")
    return outcome.faults.length > 0 ? (
      <Notice severity="error">
        {t("tablesFaulty")}
        <FaultList faults={outcome.faults} />
      </Notice>
    ) : (
      <Notice severity="error">{t("notSaved")}</Notice>
    );
  if (outcome.kind === "failed")
    return <Notice severity="error">{t("failed", { reason: reason(outcome.code) })}</Notice>;
  const { id, version, kind } = outcome;
  const address = `/rulesets/${encodeURIComponent(id)}?version=${version}`;
  const compare = kind === "saved" && version > 1 ? `&compare=${version - 1}` : "";
  return (
    <Notice severity="info">
      {t(kind, { id, version })}{" "}
      <Link href={`${address}${compare}`}>{t(compare ? "seeChanges" : "see")}</Link>
    </Notice>
  );
}
