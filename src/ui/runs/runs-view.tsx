"use client";

import { useDebouncedValue } from "@mantine/hooks";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { Button } from "../button";
import { ConnectionNotice } from "../connection-notice";
import field from "../field.module.css";
import panel from "../panel.module.css";
import { runStatuses } from "../run-status";
import { SelectField } from "../select-field";
import type { Batch, RunsPage } from "../wire";
import { WorkerNotice } from "../worker-notice";
import { BatchFilter } from "./batch-filter";
import classes from "./runs.module.css";
import { RunsTable } from "./runs-table";
import { type RunsFilter, useLiveRuns } from "./use-live-runs";

const address = { status: parseAsStringLiteral(runStatuses), search: parseAsString, batch: parseAsString };

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

interface RunsViewProps {
  initial: RunsPage;
  initialFilter: RunsFilter;
  /** The newest, to choose from. */
  batches: Pick<Batch, "batchId" | "name" | "files" | "createdAt">[];
}

export function RunsView({ initial, initialFilter, batches }: RunsViewProps) {
  const t = useTranslations();
  const [{ status, search, batch: asked }, setAddress] = useQueryStates(address);
  const batch = asked && isId(asked) ? asked : null;
  const [settled] = useDebouncedValue(search, 250);
  const filter = {
    ...(status ? { status } : {}),
    ...(settled ? { search: settled } : {}),
    ...(batch ? { batchId: batch } : {}),
  };
  const live = useLiveRuns({ initial, initialFilter, filter });
  const [seen, setSeen] = useState(initial.items[0]?.createdAt ?? "");
  const fresh = seen === "" ? [] : live.runs.filter((run) => run.createdAt > seen);
  const shown = live.runs.slice(fresh.length);
  const filtered = status !== null || search !== null || batch !== null;
  return (
    <div className={panel.stack}>
      <h1>{t("runs.title")}</h1>
      <search className={classes.filters}>
        <label className={field.field}>
          <span className={field.label}>{t("runs.search")}</span>
          <input
            type="search"
            className={field.control}
            value={search ?? ""}
            onChange={(event) => void setAddress({ search: event.currentTarget.value || null })}
          />
        </label>
        <SelectField
          label={t("runs.status")}
          value={status ?? ""}
          onChange={(value) =>
            void setAddress({ status: runStatuses.find((name) => name === value) ?? null })
          }
          options={[
            { value: "", label: t("common.all") },
            ...runStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
        <BatchFilter
          batches={batches}
          value={batch}
          onChange={(value) => void setAddress({ batch: value })}
        />
      </search>
      {batch ? <Link href={`/batches/${batch}`}>{t("runs.openBatch")}</Link> : null}
      <ConnectionNotice lost={live.lost} />
      {live.workers === 0 && live.runs.some((run) => run.status === "queued") ? <WorkerNotice /> : null}
      {fresh.length > 0 ? (
        <Button look="plain" onClick={() => setSeen(live.runs[0]?.createdAt ?? seen)}>
          {t("runs.newRuns", { count: fresh.length })}
        </Button>
      ) : null}
      {filtered && !live.loading && shown.length === 0 ? (
        <div className={`${panel.panel} ${panel.empty}`}>
          <strong>{t("runs.emptyFilter")}</strong>
          <Button look="bare" onClick={() => void setAddress(null)}>
            {t("runs.clearFilter")}
          </Button>
        </div>
      ) : (
        <RunsTable runs={shown} />
      )}
      {live.more ? (
        <Button onClick={live.more} busy={live.loadingMore}>
          {t("common.loadMore")}
        </Button>
      ) : null}
    </div>
  );
}
