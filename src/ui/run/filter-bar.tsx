"use client";

import { useTranslations } from "next-intl";
import { Button } from "../button";
import { SelectField } from "../select-field";
import type { RunDetail, Total } from "../wire";
import { useRunAddress } from "./address";
import { ruleSample } from "./rule-sample";
import classes from "./run.module.css";
import { useFindingVoice } from "./use-finding-voice";

const severities = ["error", "warning", "info"] as const;

export function FilterBar({ run, totals }: { run: RunDetail; totals: Total[] }) {
  const t = useTranslations();
  const { titleOf } = useFindingVoice();
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
      <SelectField
        label={t("run.table.filterSeverity")}
        value={severity ?? ""}
        onChange={(value) => set({ severity: value })}
        options={[
          { value: "", label: t("common.all") },
          ...severities.map((value) => ({ value, label: t(`severity.${value}`) })),
        ]}
      />
      <SelectField
        label={t("run.table.filterCode")}
        value={code ?? ""}
        onChange={(value) => set({ code: value })}
        options={[
          { value: "", label: t("run.table.anyCode") },
          ...codes.map((value) => ({ value, label: titleOf(value, ruleSample(run, value)) })),
        ]}
      />
      <SelectField
        label={t("run.table.filterField")}
        value={field ?? ""}
        disabled={fields.length === 0}
        onChange={(value) => set({ field: value })}
        options={[
          { value: "", label: t("run.table.anyField") },
          ...fields.map((value) => ({ value, label: value })),
        ]}
      />
      {severity || code || field ? (
        <Button look="bare" onClick={() => set({ severity: "", code: "", field: "" })}>
          {t("run.table.clear")}
        </Button>
      ) : null}
    </search>
  );
}
