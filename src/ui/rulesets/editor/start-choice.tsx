import { useTranslations } from "next-intl";
import { SelectField } from "../../select-field";
import { useTRPCClient } from "../../trpc";

export interface StartingPoint {
  id: string;
  title: string;
}

interface StartChoiceProps {
  points: StartingPoint[];
  blank: string;
  onText: (text: string) => void;
  onFailure: (error: unknown) => void;
}

/** What a new ruleset begins as. It replaces the text, and undo brings the old one back. */
export function StartChoice({ points, blank, onText, onFailure }: StartChoiceProps) {
  const t = useTranslations("rulesets.editor");
  const client = useTRPCClient();
  async function choose(id: string) {
    if (id === "blank") return onText(blank);
    try {
      const { text } = await client.rulesets.text.query({ id, format: "yaml" });
      onText(text.replace(/^id:.*$/m, `id: ${id}-copy`));
    } catch (error) {
      onFailure(error);
    }
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
