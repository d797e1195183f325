"use client";

import { IconBan, IconCircleCheck, IconClock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { findingCodes } from "@/core/findings/codes";
import panel from "../panel.module.css";
import type { Severity } from "../severity-mark";
import type { KeptFinding, RunDetail, Total } from "../wire";
import { groupFindings, keepOrder } from "./finding-groups";
import { GroupItem } from "./group-item";
import classes from "./groups.module.css";

const usualSeverity = new Map<string, Severity>(
  Object.entries(findingCodes).map(([code, { severity }]) => [code, severity]),
);

// A check mark is for a check that was made to the end.
const nothing = {
  queued: { Icon: IconClock, text: "emptyQueued" },
  processing: { Icon: IconClock, text: "emptyRunning" },
  completed: { Icon: IconCircleCheck, text: "empty" },
  failed: { Icon: IconBan, text: "emptyStopped" },
  cancelled: { Icon: IconBan, text: "emptyStopped" },
} as const;

interface GroupsPanelProps {
  run: RunDetail;
  totals: Total[];
  first: KeptFinding[];
}

/** The findings grouped by code: exact count, share of all, and the first rows of each. */
export function GroupsPanel({ run, totals, first }: GroupsPanelProps) {
  const t = useTranslations("run.groups");
  const seen = useRef<string[]>([]);
  const groups = keepOrder(
    groupFindings(run.codes, totals, first, (code) => usualSeverity.get(code) ?? "error"),
    seen.current,
  );
  useEffect(() => {
    seen.current = groups.map(({ code }) => code);
  });
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  if (groups.length === 0) {
    const { Icon, text } = nothing[run.status];
    return (
      <div className={`${panel.panel} ${panel.empty}`}>
        <Icon size={32} stroke={1.5} aria-hidden />
        {t(text)}
      </div>
    );
  }
  return (
    <ul className={`${panel.panel} ${classes.groups}`} data-testid="finding-groups">
      {groups.map((group) => (
        <GroupItem key={group.code} run={run} group={group} share={group.count / all} first={first} />
      ))}
    </ul>
  );
}
