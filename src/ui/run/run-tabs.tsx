"use client";

import { Tabs } from "@mantine/core";
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import panel from "../panel.module.css";
import type { FindingsPage, KeptFinding, RunDetail, Total } from "../wire";
import { tabs, useRunAddress } from "./address";
import { GroupsPanel } from "./groups-panel";
import classes from "./run.module.css";

// Most readers stay on the summary; the other tabs' code comes when one is opened.
const FindingsTable = dynamic(() => import("./findings-table").then((part) => part.FindingsTable));
const ColumnsPanel = dynamic(() => import("./columns-panel").then((part) => part.ColumnsPanel));
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
  const [{ tab }, setAddress] = useRunAddress();
  const total = run.counts.error + run.counts.warning + run.counts.info;
  const panels = {
    groups: <GroupsPanel run={run} totals={totals} first={first} />,
    table: <FindingsTable run={run} totals={totals} initial={findings} />,
    columns: <ColumnsPanel run={run} />,
    log: <LogPanel run={run} />,
  };
  const choose = (value: string | null) =>
    void setAddress({ tab: tabs.find((name) => name === value) ?? "groups" });
  return (
    <Tabs value={tab} onChange={choose} keepMounted={false} classNames={{ list: classes.tabs }}>
      <Tabs.List aria-label={t("tabsLabel")} className="no-print">
        {tabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`tabs.${name}`)}
            {name === "table" && total > 0 ? (
              <span className={panel.quiet}> {format.number(total)}</span>
            ) : null}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((name) => (
        <Tabs.Panel key={name} value={name} className={classes.tabPanel}>
          {panels[name]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
