"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "../button";
import { LocalTime } from "../local-time";
import panel from "../panel.module.css";
import { isOver, maxAttempts } from "../run-status";
import { useTRPC } from "../trpc";
import type { RunDetail } from "../wire";
import { useLogWords } from "./use-log-words";

/** What happened to the run, attempt by attempt. Read when it is opened, and once more when the run ends. */
export function LogPanel({ run }: { run: RunDetail }) {
  const t = useTranslations("run.log");
  const common = useTranslations("common");
  const { words, level, source } = useLogWords();
  const trpc = useTRPC();
  const { data, isPending, isFetching, refetch } = useQuery(
    trpc.runs.logs.queryOptions({ runId: run.runId }),
  );
  return (
    <div className={panel.tight}>
      <div className={panel.between}>
        <p>{t("attempts", { attempt: run.attempt, max: maxAttempts })}</p>
        {isOver(run.status) ? null : (
          <Button busy={isFetching} onClick={() => void refetch()}>
            {t("refresh")}
          </Button>
        )}
      </div>
      {!data || data.length === 0 ? (
        <div className={`${panel.panel} ${panel.empty}`}>{isPending ? common("loading") : t("empty")}</div>
      ) : (
        <div className={`${panel.panel} ${panel.scroll}`}>
          <table className={panel.table} aria-label={t("caption")} data-testid="log">
            <thead>
              <tr>
                <th scope="col">{t("time")}</th>
                <th scope="col" className={panel.wide}>
                  {t("level")}
                </th>
                <th scope="col" className={panel.wide}>
                  {t("source")}
                </th>
                <th scope="col">{t("message")}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((line) => (
                <tr key={line.id}>
                  <td>
                    <LocalTime iso={line.timestamp} seconds />
                  </td>
                  <td className={panel.wide}>{level(line.level)}</td>
                  <td className={panel.wide}>{source(line.source)}</td>
                  <td>{words(line.message)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
