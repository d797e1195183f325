"use client";

import { IconExternalLink } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { queueRanges } from "@/queue-range";
import { ConnectionNotice } from "../connection-notice";
import panel from "../panel.module.css";
import type { QueueHistory, QueueState } from "../wire";
import { DepthFacts } from "./depth-facts";
import classes from "./queue.module.css";
import { QueueCharts } from "./queue-charts";
import { QueueVerdict } from "./queue-verdict";
import { QueuesTable } from "./queues-table";
import { RangeChoice } from "./range-choice";
import { RangeFacts } from "./range-facts";
import { RunningTable } from "./running-table";
import { useQueue } from "./use-queue";
import { WorkersTable } from "./workers-table";

interface QueueViewProps {
  initialState: QueueState;
  initialHistory: QueueHistory;
}

export function QueueView({ initialState, initialHistory }: QueueViewProps) {
  const t = useTranslations("queue");
  const [range, setRange] = useQueryState("range", parseAsStringLiteral(queueRanges).withDefault("hour"));
  const { state, history, lost } = useQueue({ initialState, initialHistory, range });
  return (
    <div className={panel.stack}>
      <h1>{t("title")}</h1>
      <ConnectionNotice lost={lost} />
      <QueueVerdict state={state} />
      <DepthFacts state={state} />
      <RunningTable state={state} />
      <section className={panel.stack} aria-labelledby="queue-history">
        <div className={panel.between}>
          <h2 id="queue-history">{t("history")}</h2>
          <RangeChoice range={range} onChoose={(chosen) => void setRange(chosen)} />
        </div>
        <RangeFacts history={history} />
        <QueueCharts history={history} />
      </section>
      <WorkersTable state={state} />
      <QueuesTable state={state} />
      <p>
        <a href="/admin/queues" className={classes.word}>
          <IconExternalLink size={16} stroke={1.75} aria-hidden />
          {t("board")}
        </a>
      </p>
    </div>
  );
}
