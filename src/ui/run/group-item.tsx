"use client";

import { IconChevronRight } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import panel from "../panel.module.css";
import { SeverityMark } from "../severity-mark";
import { useMeasures } from "../use-measures";
import type { KeptFinding, RunDetail } from "../wire";
import type { FindingGroup } from "./finding-groups";
import classes from "./groups.module.css";
import shared from "./run.module.css";
import { useFindingVoice } from "./use-finding-voice";
import { useMoney } from "./use-money";

const GroupRows = dynamic(() => import("./group-rows").then((part) => part.GroupRows));

const fieldsNamed = 4;

interface GroupItemProps {
  run: RunDetail;
  group: FindingGroup;
  share: number;
  first: KeptFinding[];
}

export function GroupItem({ run, group, share, first }: GroupItemProps) {
  const t = useTranslations("run.groups");
  const { titleOf } = useFindingVoice();
  const measures = useMeasures();
  const money = useMoney(run);
  const [open, setOpen] = useState(false);
  const id = useId();
  const title = titleOf(group.code, run, first);
  const where = [...new Set(group.byField.map(({ field }) => field))]
    .filter((field) => field !== "")
    .slice(0, fieldsNamed)
    .join(", ");
  const shareText = measures.share(share);
  return (
    <li className={classes.group} data-code={group.code}>
      <button
        type="button"
        className={classes.groupHead}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={16} aria-hidden className={shared.chevron} data-open={open} />
        <SeverityMark severity={group.severity} />
        <span>
          <span className={classes.groupTitle}>{title}</span>
          {where ? <span className={`${panel.quiet} ${classes.groupWhere}`}>{where}</span> : null}
          {group.impact === null ? null : (
            <span className={classes.groupMoney} data-testid="group-money">
              {money(group.impact)}
            </span>
          )}
        </span>
        <span className={classes.groupCount} data-testid="group-count">
          {measures.number(group.count)}
        </span>
        <span className={classes.groupShare} title={t("shareText", { share: shareText })}>
          <span className={classes.shareTrack} aria-hidden>
            <span
              className={classes.shareFill}
              data-severity={group.severity}
              style={{ width: `${share * 100}%` }}
            />
          </span>
          {shareText}
        </span>
      </button>
      <div id={id} hidden={!open} className={classes.groupBody}>
        {open ? <GroupRows run={run} group={group} title={title} first={first} /> : null}
      </div>
    </li>
  );
}
