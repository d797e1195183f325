import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "../button";
import { LocalTime } from "../local-time";
import panel from "../panel.module.css";
import type { Delivery } from "../wire";

const events = ["completed", "failed", "cancelled", "test"] as const;
const errors = ["status", "redirect", "gone", "timeout", "refused-address", "no-answer"] as const;

interface DeliveryRowProps {
  delivery: Delivery;
  busy: boolean;
  onRedeliver: () => void;
}

export function DeliveryRow({ delivery, busy, onRedeliver }: DeliveryRowProps) {
  const t = useTranslations("webhooks");
  const format = useFormatter();
  const { event, runId, batchId, status, error, statusCode, attempt, attemptedAt, createdAt } = delivery;
  const name = batchId ? "batch" : (events.find((known) => event.endsWith(`.${known}`)) ?? "other");
  const about = batchId ? `/batches/${batchId}` : runId ? `/runs/${runId}` : null;
  const code = statusCode === null ? "" : String(statusCode);
  const known = errors.find((candidate) => candidate === error);
  const answer = known ? known : code === "" ? "none" : "ok";
  return (
    <tr data-status={status}>
      <td>{about ? <Link href={about}>{t(`events.${name}`)}</Link> : t(`events.${name}`)}</td>
      <td className={panel.word}>{t(`states.${status}`)}</td>
      <td>{t(`errors.${answer}`, { code })}</td>
      <td className={panel.number}>{format.number(attempt)}</td>
      <td className={panel.word}>
        <LocalTime iso={attemptedAt ?? createdAt} seconds />
      </td>
      <td>
        {status === "pending" ? null : (
          <Button look="bare" onClick={onRedeliver} busy={busy}>
            {t("redeliver")}
          </Button>
        )}
      </td>
    </tr>
  );
}
