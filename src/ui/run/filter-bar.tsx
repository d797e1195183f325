"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { codeTitle } from "@/core/findings/render-finding";
import type { RunDetail, Total } from "../wire";
import { useRunAddress } from "./address";
import classes from "./run.module.css";

const severities = ["error", "warning", "info"] as const;

export function FilterBar({ run, totals }: { run: RunDetail; totals: Total[] }) {
  const t = useTranslations();
  const locale = useLocale();
  const [{ severity, code, field }, setAddress] = useRunAddress();
  const codes = [...new Set([...Object.keys(run.codes), ...(code ? [code] : [])])];
  const named = totals.filter((total) => total.field !== "").map((total) => total.field);
  const fields = [...new Set([...named, ...(field ? [field] : [])])];
  const set = (changes: { severity?: string; code?: string; field?: string }) =>
    void setAddress({
      finding: null,
      ...(changes.severity === undefined
        ? {}
        : { severity: severities.find((name) => name === changes.severity) ?? null }),
      ...(changes.code === undefined ? {} : { code: changes.code || null }),
      ...(changes.field === undefined ? {} : { field: changes.field || null }),
    });
  return (
    <search className={`${classes.filters} no-print`}>
      <NativeSelect
        label={t("run.table.filterSeverity")}
        value={severity ?? ""}
        onChange={(event) => set({ severity: event.currentTarget.value })}
        data={[
          { value: "", label: t("common.all") },
          ...severities.map((value) => ({ value, label: t(`severity.${value}`) })),
        ]}
      />
      <NativeSelect
        label={t("run.table.filterCode")}
        value={code ?? ""}
        onChange={(event) => set({ code: event.currentTarget.value })}
        data={[
          { value: "", label: t("run.table.anyCode") },
          ...codes.map((value) => ({ value, label: codeTitle(value, locale) })),
        ]}
      />
      <NativeSelect
        label={t("run.table.filterField")}
        value={field ?? ""}
        disabled={fields.length === 0}
        onChange={(event) => set({ field: event.currentTarget.value })}
        data={[
          { value: "", label: t("run.table.anyField") },
          ...fields.map((value) => ({ value, label: value })),
        ]}
      />
      {severity || code || field ? (
        <Button variant="subtle" onClick={() => set({ severity: "", code: "", field: "" })}>
          {t("run.table.clear")}
        </Button>
      ) : null}
    </search>
  );
}
