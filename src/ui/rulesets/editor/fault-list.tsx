import { useTranslations } from "next-intl";
import { use } from "react";
import { titleOfCode } from "@/core/findings/tell-finding";
import { VoiceContext } from "../../run/use-finding-voice";
import classes from "./editor.module.css";
import type { Fault } from "./table-faults";

const own = ["no-table", "unnamed-table", "too-many-rows", "file-too-large", "tables-too-large"] as const;

/** What makes reference tables unusable, each with its table, row and column. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const t = useTranslations("rulesets.editor.tables");
  const voice = use(VoiceContext);
  const words = (code: string) => {
    const known = own.find((one) => one === code);
    if (known) return t(`faults.${known}`);
    return voice ? `${titleOfCode(code, voice)} (${code})` : code;
  };
  return (
    <ul className={classes.faults} data-testid="table-faults">
      {faults.map((fault) => {
        const { table, code, row, column } = fault;
        const at = row === undefined ? "table" : column === undefined ? "row" : "cell";
        return (
          <li key={JSON.stringify(fault)}>
            {t("fault", { at, table, row: row ?? 0, column: column ?? "", what: words(code) })}
          </li>
        );
      })}
    </ul>
  );
}
