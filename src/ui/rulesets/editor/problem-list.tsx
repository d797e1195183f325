import { useTranslations } from "next-intl";
import panel from "../../panel.module.css";
import type { RulesetCheck } from "../../wire";
import classes from "./editor.module.css";

interface ProblemListProps {
  checked: RulesetCheck | null;
  onGoTo: (line: number, column: number) => void;
}

/** What is wrong with the text, each with its line. */
export function ProblemList({ checked, onGoTo }: ProblemListProps) {
  const t = useTranslations("rulesets.editor");
  const problems = checked?.problems ?? [];
  return (
    <section className={`${panel.panel} ${panel.padded} ${panel.tight}`} aria-label={t("problems")}>
      <h2>{t("problems")}</h2>
      <p className={panel.quiet} role="status" data-testid="ruleset-state">
        {checked ? t("problemCount", { count: problems.length }) : t("checking")}
      </p>
      {problems.length > 0 ? (
        <ol className={classes.problems} data-testid="ruleset-problems">
          {problems.map(({ path, message, line, column }) => (
            <li key={`${line}:${column}:${path}:${message}`}>
              <button type="button" onClick={() => onGoTo(line, column)}>
                <strong>{t("atLine", { line })}</strong>{" "}
                {path ? <code className={panel.inlineCode}>{path}</code> : null} {message}
              </button>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}
