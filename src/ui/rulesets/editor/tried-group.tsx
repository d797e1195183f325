import { useTranslations } from "next-intl";
import panel from "../../panel.module.css";
import type { RulesetPreview } from "../../wire";
import classes from "./editor.module.css";

type TriedFinding = RulesetPreview["findings"][number];

/** As many row numbers as are written out. */
const shownRows = 12;
const own = new Set(["rows", "prev"]);

/** Whose group a finding is about: the values that its rows share, its figures, and its rows. */
export function TriedGroup({ finding }: { finding: TriedFinding }) {
  const t = useTranslations("rulesets.editor.group");
  const { params, affectedRows = [] } = finding;
  const by = params["@by"];
  if (!Array.isArray(by) && affectedRows.length === 0) return null;
  const shared = Array.isArray(by) ? by : [];
  const figures = Object.keys(params).filter(
    (name) => !name.startsWith("@") && !own.has(name) && !shared.includes(name),
  );
  const count = typeof params.rows === "number" ? params.rows : affectedRows.length;
  const value = (name: string) => String(params[name] ?? "–");
  return (
    <dl className={`${classes.group} ${panel.small}`} data-testid="tried-group">
      {[...shared, ...figures].map((name) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value(name)}</dd>
        </div>
      ))}
      {affectedRows.length > 0 ? (
        <div>
          <dt>{t("rows", { count })}</dt>
          <dd>
            {affectedRows.slice(0, shownRows).join(", ")}
            {affectedRows.length > shownRows || count > affectedRows.length ? "…" : ""}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
