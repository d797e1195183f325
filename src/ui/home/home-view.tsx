"use client";

import { useLocalStorage } from "@mantine/hooks";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Priority, priorities } from "@/priority";
import { ConnectionNotice } from "../connection-notice";
import panel from "../panel.module.css";
import { RunsTable } from "../runs/runs-table";
import { useLiveRuns } from "../runs/use-live-runs";
import { SelectField } from "../select-field";
import { SwitchField } from "../switch-field";
import type { RulesetSummary, RunsPage } from "../wire";
import { WorkerNotice } from "../worker-notice";
import { DropTarget } from "./drop-target";
import classes from "./home.module.css";
import { asDetected, toReadOptions } from "./reading";
import { ReadingOptions } from "./reading-options";
import { UploadRow } from "./upload-row";
import { useUploads } from "./use-uploads";

const keepHours = 24;
const recent = 8;

interface HomeViewProps {
  rulesets: Pick<RulesetSummary, "id" | "title">[];
  wanted: string | null;
  initial: RunsPage;
}

export function HomeView({ rulesets, wanted, initial }: HomeViewProps) {
  const t = useTranslations("home");
  const { uploads, add, remove, retry } = useUploads();
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
    add(files, {
      rulesetId: rulesetId || null,
      keepHours: keep ? keepHours : null,
      priority,
      options: toReadOptions(reading),
    });
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
      {uploads.length > 0 ? (
        <ul aria-label={t("uploads")} className={classes.uploads}>
          {uploads.map((upload) => (
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
