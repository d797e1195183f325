import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { UploadRow } from "../uploads/upload-row";
import type { Upload } from "../uploads/upload-state";
import uploadClasses from "../uploads/uploads.module.css";

interface FilesToSendProps {
  uploads: readonly Upload[];
  onRemove: (upload: Upload) => void;
  onRetry: (id: string) => void;
}

/** What this tab still sends into the batch: the files at work and those that could not be sent, the others as a number. */
export function FilesToSend({ uploads, onRemove, onRetry }: FilesToSendProps) {
  const t = useTranslations("batch");
  if (uploads.length === 0) return null;
  const waiting = uploads.filter(({ state }) => state === "waiting").length;
  return (
    <section className={panel.tight} aria-labelledby="sending">
      <h2 id="sending">{t("sending", { count: uploads.length })}</h2>
      <p className={panel.quiet}>{t("sendingHint")}</p>
      <ul aria-label={t("sendingList")} className={uploadClasses.uploads}>
        {uploads
          .filter(({ state }) => state !== "waiting")
          .map((upload) => (
            <UploadRow key={upload.id} upload={upload} onRemove={onRemove} onRetry={onRetry} />
          ))}
      </ul>
      {waiting > 0 ? <span className={panel.quiet}>{t("sendingMore", { count: waiting })}</span> : null}
    </section>
  );
}
