import { useTranslations } from "next-intl";
import { moneyNames } from "@/core/findings/rule-message";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { KeptFinding, RunDetail } from "../wire";
import classes from "./figures.module.css";
import { reportOf } from "./report-of";
import { useMoney } from "./use-money";

// Told apart, and on no account a figure of the group.
const untold = new Set(["impact", "referenceDate"]);

/** Whose group a finding is of and what was measured in it; nothing for a finding on a row alone. */
export function FindingFigures({ run, finding }: { run: RunDetail; finding: KeptFinding }) {
  const t = useTranslations("run.table");
  const { number } = useMeasures();
  const money = useMoney(run);
  const { params, impact } = finding;
  const by = params["@by"];
  if (!Array.isArray(by)) return null;
  const columns = new Set(reportOf(run)?.columns.map(({ field }) => field));
  const amounts = moneyNames(params);
  // The store keeps no order: whose group it is comes first.
  const place = (name: string) => (by.includes(name) ? by.indexOf(name) : by.length);
  const named = Object.entries(params).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  const known = named.flatMap(([name, value]) => {
    if (name.startsWith("@") || untold.has(name) || value === null || Array.isArray(value)) return [];
    // Cells of the one row that stands for the group say nothing of the group.
    if (typeof value === "string" && columns.has(name) && !by.includes(name)) return [];
    if (typeof value !== "number") return [{ name, text: String(value) || "–" }];
    return [{ name, text: amounts.has(name) ? money(value) : number(value) }];
  });
  const figures = impact === undefined ? known : [...known, { name: t("money"), text: money(impact) }];
  return (
    <table className={classes.figures} data-testid="figures">
      <caption>{t("figures")}</caption>
      <thead className={classes.unseen}>
        <tr>
          <th scope="col">{t("figure")}</th>
          <th scope="col">{t("value")}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ name, text }) => (
          <tr key={name}>
            <th scope="row" className={panel.quiet}>
              {name === "rows" ? t("affected") : name}
            </th>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
