"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useTRPC } from "../trpc";
import { useMeasures } from "../use-measures";
import type { KeptFinding, RunDetail } from "../wire";
import { useRunAddress } from "./address";
import type { FindingGroup } from "./finding-groups";
import { FindingLinks } from "./finding-links";
import classes from "./groups.module.css";
import { useFindingVoice } from "./use-finding-voice";

const shown = 5;
const fieldsShown = 12;

interface GroupRowsProps {
  run: RunDetail;
  group: FindingGroup;
  title: string;
  first: KeptFinding[];
}

/** The first rows of one group, from the stream's findings when those suffice, else by one question. */
export function GroupRows({ run, group, title, first }: GroupRowsProps) {
  const t = useTranslations("run.groups");
  const table = useTranslations("run.table");
  const { tell } = useFindingVoice();
  const trpc = useTRPC();
  const { number } = useMeasures();
  const [, setAddress] = useRunAddress();
  const streamed = first.filter(({ code }) => code === group.code).slice(0, shown);
  const enough = streamed.length >= Math.min(shown, group.count);
  const query = useQuery(
    trpc.runs.findings.queryOptions(
      { runId: run.runId, code: group.code, limit: shown },
      { enabled: !enough },
    ),
  );
  const rows = enough ? streamed : (query.data?.items ?? streamed);
  const firstRow = rows[0];
  return (
    <div className={panel.tight}>
      {firstRow ? <p className={panel.prose}>{tell(firstRow).remedy}</p> : null}
      {group.byField.length > 0 ? (
        <p className={`${panel.row} ${panel.small}`}>
          <span className={panel.quiet}>{t("byField")}</span>
          {group.byField.slice(0, fieldsShown).map(({ field, column, count }) => (
            <span key={column}>
              {field || table("columnNumber", { number: column })} <strong>{number(count)}</strong>
            </span>
          ))}
        </p>
      ) : null}
      {rows.length === 0 ? (
        <p className={panel.quiet}>{t("noneKept")}</p>
      ) : (
        <ol className={classes.firstRows} aria-label={t("first")}>
          {rows.map((finding) => (
            <li key={finding.id}>
              <span className={panel.quiet}>
                {finding.row === null ? table("wholeFile") : `${table("row")} ${number(finding.row)}`}
                {finding.field ? ` · ${finding.field}` : ""}
              </span>
              <span>{tell(finding).message}</span>
            </li>
          ))}
        </ol>
      )}
      <FindingLinks run={run} filter={{ code: group.code }} />
      <a
        href={`?tab=table&code=${encodeURIComponent(group.code)}`}
        aria-label={t("showAllOf", { title })}
        className="no-print"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          void setAddress({ tab: "table", code: group.code, severity: null, field: null, finding: null });
        }}
      >
        {t("showAll")}
      </a>
    </div>
  );
}
