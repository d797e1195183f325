import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import type { ReadableRuleset } from "./readable-ruleset";
import { code } from "./rule-parts";

/** The values that rules read besides the fields, each with how it is made. */
export function DerivedTable({ ruleset }: { ruleset: ReadableRuleset }) {
  const t = useTranslations("rulesets");
  return (
    <div className={`${panel.panel} ${panel.scroll}`}>
      <table className={panel.table} aria-label={t("derived")} data-testid="derived">
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("madeFrom")}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(ruleset.derive).map(([name, expression]) => (
            <tr key={name}>
              <td>
                <strong>{name}</strong>
              </td>
              <td>{code(expression)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
