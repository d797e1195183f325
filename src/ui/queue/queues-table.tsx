import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { QueueState } from "../wire";

const states = ["waiting", "active", "delayed", "failed"] as const;

/** On a phone there is room for three; what is delayed goes on by itself. */
const columnOf = (state: (typeof states)[number]) =>
  state === "delayed" ? `${panel.number} ${panel.wide}` : panel.number;

/** The depth of every queue of the service, as the queue itself counts its jobs. */
export function QueuesTable({ state }: { state: QueueState }) {
  const t = useTranslations("queue");
  const { number } = useMeasures();
  const { queues, backend } = state;
  return (
    <section className={panel.tight} aria-labelledby="queue-queues">
      <h2 id="queue-queues">{t("queues")}</h2>
      <p className={panel.quiet}>{t(`backend.${backend}`)}</p>
      <div className={`${panel.panel} ${panel.scroll}`}>
        <table className={panel.table} aria-labelledby="queue-queues" data-testid="queues">
          <thead>
            <tr>
              <th scope="col">{t("queue")}</th>
              {states.map((name) => (
                <th key={name} scope="col" className={columnOf(name)}>
                  {t(`job.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(queues ?? []).map((queue) => (
              <tr key={queue.name}>
                <td className={panel.name}>
                  {t(`queueName.${queue.name}`)}
                  {queue.isPaused ? <div className={panel.quiet}>{t("isPaused")}</div> : null}
                </td>
                {states.map((name) => (
                  <td key={name} className={columnOf(name)}>
                    {number(queue[name])}
                  </td>
                ))}
              </tr>
            ))}
            {queues === null ? (
              <tr>
                <td colSpan={5} className={panel.quiet}>
                  {t("verdict.unreachable")}
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
    </section>
  );
}
