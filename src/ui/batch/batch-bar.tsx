import { useTranslations } from "next-intl";
import { Bar } from "../bar";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { Batch } from "../wire";

/** One measured bar for all files: it moves because bytes of any of them were read. */
export function BatchBar({ batch }: { batch: Batch }) {
  const t = useTranslations("batch");
  const { share, bytes } = useMeasures();
  const { queued, processing, missing, bytesTotal, progress } = batch;
  const percent = share(progress / 100);
  const states = t("barStates", { processing, queued, missing });
  return (
    <section className={`${panel.panel} ${panel.padded} ${panel.tight}`}>
      <div className={panel.between}>
        <strong>{percent}</strong>
        <span className={panel.quiet}>{states}</span>
      </div>
      <Bar label={t("progress")} value={progress} text={`${percent}, ${states}`} />
      <span className={`${panel.quiet} ${panel.small}`}>
        {t("barSize", { files: batch.files, size: bytes(bytesTotal) })}
      </span>
    </section>
  );
}
