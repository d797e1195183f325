import { useFormatter, useTranslations } from "next-intl";
import { SelectField } from "../select-field";
import type { Batch } from "../wire";

interface BatchFilterProps {
  batches: Pick<Batch, "batchId" | "name" | "files" | "createdAt">[];
  value: string | null;
  onChange: (batchId: string | null) => void;
}

/** Choose one batch; nothing where there is none to choose. */
export function BatchFilter({ batches, value, onChange }: BatchFilterProps) {
  const t = useTranslations("runs");
  const tAll = useTranslations("common");
  const format = useFormatter();
  if (batches.length === 0 && value === null) return null;
  const known = batches.map(({ batchId, name, files, createdAt }) => {
    const when = format.dateTime(new Date(createdAt), { month: "short", day: "numeric" });
    return {
      value: batchId,
      label: t("batchOption", { name: name ?? "", files, when, named: String(name !== null) }),
    };
  });
  const isKnown = known.some((option) => option.value === value);
  return (
    <SelectField
      label={t("batch")}
      value={value ?? ""}
      onChange={(chosen) => onChange(chosen || null)}
      options={[
        { value: "", label: tAll("all") },
        ...known,
        ...(value === null || isKnown ? [] : [{ value, label: t("otherBatch") }]),
      ]}
    />
  );
}
