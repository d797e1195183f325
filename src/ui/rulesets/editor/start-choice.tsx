import { useTranslations } from "next-intl";
import { SelectField } from "../../select-field";
import { useTRPCClient } from "../../trpc";
import type { AttachedTables } from "./use-tables";

export interface StartingPoint {
  id: string;
  title: string;
}

interface StartChoiceProps {
  points: StartingPoint[];
  blank: string;
  onText: (text: string) => void;
  onTables: (tables: AttachedTables) => void;
  onFailure: (error: unknown) => void;
}

/** What a new ruleset begins as. It replaces the text, and undo brings the old one back. */
export function StartChoice({ points, blank, onText, onTables, onFailure }: StartChoiceProps) {
  const t = useTranslations("rulesets.editor");
  const client = useTRPCClient();
  async function choose(id: string) {
    if (id === "blank") return onText(blank);
    try {
      const { text } = await client.rulesets.text.query({ id, format: "yaml" });
      onTables(await tablesOf(id));
      onText(text.replace(/^id:.*$/m, `id: ${id}-copy`));
    } catch (error) {
      onFailure(error);
    }
  }
  async function tablesOf(id: string): Promise<AttachedTables> {
    const kept = await client.rulesets.tables.query({ id });
    const tables = await Promise.all(kept.map(({ path }) => client.rulesets.table.query({ id, path })));
    return Object.fromEntries(tables.map(({ path, text }) => [path, text]));
  }
  const options = points.map(({ id, title }) => ({ value: id, label: t("copyOf", { title }) }));
  return (
    <SelectField
      label={t("startFrom")}
      value=""
      options={[{ value: "", label: t("choose") }, { value: "blank", label: t("blank") }, ...options]}
      onChange={(id) => {
        if (id !== "") void choose(id);
      }}
    />
  );
}
