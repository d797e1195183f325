import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Upload } from "../uploads/upload-state";
import classes from "../uploads/uploads.module.css";

/** A line for each batch that this tab is still sending, with the way to its page. */
export function BatchesOnTheirWay({ uploads }: { uploads: readonly Upload[] }) {
  const t = useTranslations("home");
  const counts = new Map<string, number>();
  for (const { batchId } of uploads) if (batchId) counts.set(batchId, (counts.get(batchId) ?? 0) + 1);
  return [...counts].map(([batchId, count]) => (
    <li key={batchId} className={classes.upload}>
      <Link href={`/batches/${batchId}`}>{t("batchOnItsWay", { count })}</Link>
    </li>
  ));
}
