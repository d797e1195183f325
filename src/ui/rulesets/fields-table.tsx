import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useTypeWord } from "../use-type-word";
import type { ReadableRuleset } from "./readable-ruleset";
import { useConstraintWords } from "./use-constraint-words";

export function FieldsTable({ ruleset }: { ruleset: ReadableRuleset }) {
  const t = useTranslations("rulesets");
  const words = useConstraintWords();
  const typeWord = useTypeWord();
  const explained = ruleset.schema.fields.some(({ description, title }) => description ?? title);
  return (
    <div className={`${panel.panel} ${panel.scroll}`}>
      <table
        className={panel.table}
        aria-label={t("fieldsCaption", { title: ruleset.title })}
        data-testid="fields"
      >
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("type")}</th>
            <th scope="col">{t("constraints")}</th>
            {explained ? (
              <th scope="col" className={panel.wide}>
                {t("description")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {ruleset.schema.fields.map((field) => (
            <tr key={field.name}>
              <td>
                <strong>{field.name}</strong>
                {field.aliases.length > 0 ? (
                  <div className={`${panel.quiet} ${panel.small}`}>
                    {t("aliases", { names: field.aliases.join(", ") })}
                  </div>
                ) : null}
              </td>
              <td className={panel.word}>{typeWord(field.type)}</td>
              <td>{words(field).join("; ") || "–"}</td>
              {explained ? (
                <td className={`${panel.wide} ${panel.quiet}`}>{field.description ?? field.title ?? ""}</td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
