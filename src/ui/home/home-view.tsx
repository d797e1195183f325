"use client";

import { useLocalStorage } from "@mantine/hooks";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Priority, priorities } from "@/priority";
import { Button } from "../button";
import { ConnectionNotice } from "../connection-notice";
import { Notice } from "../notice";
import panel from "../panel.module.css";
import { RunsTable } from "../runs/runs-table";
import { useLiveRuns } from "../runs/use-live-runs";
import { SelectField } from "../select-field";
import { SwitchField } from "../switch-field";
import { UploadRow } from "../uploads/upload-row";
import classesOfUploads from "../uploads/uploads.module.css";
import { useTabUploads } from "../uploads/uploads-provider";
import { useReason } from "../use-reason";
import type { RulesetSummary, RunsPage } from "../wire";
import { WorkerNotice } from "../worker-notice";
import { BatchesOnTheirWay } from "./batches-on-their-way";
import { DropTarget } from "./drop-target";
import classes from "./home.module.css";
import { asDetected, toReadOptions } from "./reading";
import { ReadingOptions } from "./reading-options";
import { useSendBatch } from "./use-send-batch";

const keepHours = 24;
const recent = 8;

interface HomeViewProps {
  rulesets: Pick<RulesetSummary, "id" | "title">[];
  wanted: string | null;
  initial: RunsPage;
  maxBatchFiles: number;
}

export function HomeView({ rulesets, wanted, initial, maxBatchFiles }: HomeViewProps) {
  const t = useTranslations("home");
  const reason = useReason();
  const { uploads, add, remove, retry } = useTabUploads();
  const batch = useSendBatch();
  const [tooMany, setTooMany] = useState<number | null>(null);
  const live = useLiveRuns({ initial, initialFilter: {}, filter: {} });
  const [lastRuleset, setLastRuleset] = useLocalStorage({ key: "facnet-ruleset", defaultValue: "" });
  const [keep, setKeep] = useState(false);
  const [priority, setPriority] = useState<Priority>("normal");
  const [reading, setReading] = useState(asDetected);
  const asked = wanted ?? lastRuleset;
  const [chosen, setChosen] = useState<string | null>(null);
  const candidate = chosen ?? asked;
  const rulesetId = rulesets.some(({ id }) => id === candidate) ? candidate : "";
  const submit = (files: File[]) => {
    setLastRuleset(rulesetId);
    const choice = {
      rulesetId: rulesetId || null,
      keepHours: keep ? keepHours : null,
      priority,
      options: toReadOptions(reading),
    };
    setTooMany(files.length > maxBatchFiles ? files.length : null);
    if (files.length > maxBatchFiles) return;
    if (files.length > 1) batch.send(files, choice);
    else add(files, choice);
  };
  return (
    <div className={panel.stack}>
      <h1 className={classes.title}>{t("title")}</h1>
      <section className={classes.form}>
        <div className={classes.choices}>
          <SelectField
            label={t("ruleset")}
            value={rulesetId}
            onChange={setChosen}
            options={[
              { value: "", label: t("structureOnly") },
              ...rulesets.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <SelectField
            label={t("priority")}
            value={priority}
            onChange={(value) => setPriority(priorities.find((known) => known === value) ?? "normal")}
            options={priorities.map((value) => ({ value, label: t(`priorityName.${value}`) }))}
          />
          <SwitchField label={t("keep")} hint={t("keepHint")} checked={keep} onChange={setKeep} />
        </div>
        <DropTarget onFiles={submit} />
        <ReadingOptions reading={reading} onChange={setReading} />
      </section>
      {tooMany === null ? null : (
        <Notice severity="error">{t("tooManyFiles", { count: tooMany, max: maxBatchFiles })}</Notice>
      )}
      {batch.refusal ? (
        <Notice severity="error">
          {t("batchFailed", { reason: reason(batch.refusal) })}{" "}
          <Button look="bare" onClick={batch.again} busy={batch.busy}>
            {t("batchAgain")}
          </Button>
        </Notice>
      ) : null}
      {uploads.length > 0 ? (
        <ul aria-label={t("uploads")} className={classesOfUploads.uploads}>
          <BatchesOnTheirWay uploads={uploads} />
          {uploads
            .filter(({ batchId }) => batchId === null)
            .map((upload) => (
              <UploadRow key={upload.id} upload={upload} onRemove={remove} onRetry={retry} />
            ))}
        </ul>
      ) : null}
      <section className={panel.tight} aria-labelledby="recent">
        <div className={panel.between}>
          <h2 id="recent">{t("recent")}</h2>
          <Link href="/runs">{t("allRuns")}</Link>
        </div>
        <ConnectionNotice lost={live.lost} />
        {live.workers === 0 && live.runs.some(({ status }) => status === "queued") ? <WorkerNotice /> : null}
        <RunsTable runs={live.runs.slice(0, recent)} />
      </section>
    </div>
  );
}
