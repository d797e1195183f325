"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import panel from "../panel.module.css";
import type { FindingsPage, KeptFinding, RunDetail, Total } from "../wire";
import { tabs, useRunAddress } from "./address";
import { GroupsPanel } from "./groups-panel";
import { panelId, TabList, tabId } from "./tab-list";
import classes from "./tabs.module.css";

// Most readers stay on the summary; the other tabs' code comes when one is opened.
const FindingsTable = dynamic(() => import("./findings-table").then((part) => part.FindingsTable));
const ColumnsPanel = dynamic(() => import("./columns-panel").then((part) => part.ColumnsPanel));
const DaysPanel = dynamic(() => import("./days/days-panel").then((part) => part.DaysPanel));
const LogPanel = dynamic(() => import("./log-panel").then((part) => part.LogPanel));

interface RunTabsProps {
  run: RunDetail;
  totals: Total[];
  findings: FindingsPage;
  first: KeptFinding[];
}

export function RunTabs({ run, totals, findings, first }: RunTabsProps) {
  const t = useTranslations("run");
  const format = useFormatter();
  const [{ tab: asked }, setAddress] = useRunAddress();
  const total = run.counts.error + run.counts.warning + run.counts.info;
  const hasDays = run.overview?.found === true;
  const names = tabs.filter((name) => name !== "days" || hasDays);
  const tab = asked === "days" && !hasDays ? "groups" : asked;
  const panels = {
    groups: <GroupsPanel run={run} totals={totals} first={first} />,
    table: <FindingsTable run={run} totals={totals} initial={findings} />,
    days: <DaysPanel run={run} totals={totals} />,
    columns: <ColumnsPanel run={run} />,
    log: <LogPanel run={run} />,
  };
  const id = useId();
  return (
    <div>
      <TabList
        id={id}
        label={t("tabsLabel")}
        names={names}
        chosen={tab}
        onChoose={(name) => void setAddress({ tab: name })}
      >
        {(name) => (
          <>
            {t(`tabs.${name}`)}
            {name === "table" && total > 0 ? (
              <span className={panel.quiet}> {format.number(total)}</span>
            ) : null}
          </>
        )}
      </TabList>
      <div
        id={panelId(id, tab)}
        role="tabpanel"
        aria-labelledby={tabId(id, tab)}
        className={classes.tabPanel}
      >
        {panels[tab]}
      </div>
    </div>
  );
}
