"use client";

import { IconChevronRight } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { SeverityMark } from "../severity-mark";
import { useMeasures } from "../use-measures";
import type { KeptFinding, RunDetail } from "../wire";
import type { FindingGroup } from "./finding-groups";
import { GroupRows } from "./group-rows";
import classes from "./run.module.css";
import { titleOf } from "./title-of";

interface GroupItemProps {
  run: RunDetail;
  group: FindingGroup;
  share: number;
  first: KeptFinding[];
}

export function GroupItem({ run, group, share, first }: GroupItemProps) {
  const t = useTranslations("run.groups");
  const locale = useLocale();
  const measures = useMeasures();
  const [open, setOpen] = useState(false);
  const id = useId();
  const title = titleOf(group.code, { locale, run, first });
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
        <IconChevronRight size={16} aria-hidden className={classes.chevron} data-open={open} />
        <SeverityMark severity={group.severity} />
        <span className={classes.groupTitle}>{title}</span>
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
