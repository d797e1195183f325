import { useTranslations } from "next-intl";
import { use } from "react";
import { tellFinding } from "@/core/findings/tell-finding";
import { Button } from "../../button";
import { Notice } from "../../notice";
import panel from "../../panel.module.css";
import { NotRunList } from "../../run/not-run-list";
import { VoiceContext } from "../../run/use-finding-voice";
import { asSeverity, SeverityMark } from "../../severity-mark";
import { useReason } from "../../use-reason";
import type { RulesetPreview } from "../../wire";
import classes from "./editor.module.css";
import { TriedGroup } from "./tried-group";
import type { TryState } from "./use-try-file";

/** What the unsaved ruleset finds in the first rows of a file. */
export function TriedRows({ state, onAgain }: { state: TryState; onAgain: () => void }) {
  const t = useTranslations("rulesets.editor");
  const reason = useReason();
  if (state.kind === "none") return null;
  return (
    <section className={`${panel.panel} ${panel.padded} ${panel.tight}`} aria-label={t("tried")}>
      <div className={panel.between}>
        <h2>{t("triedOn", { name: state.name })}</h2>
        <Button look="bare" onClick={onAgain} busy={state.kind === "running"}>
          {t("tryAgain")}
        </Button>
      </div>
      {state.kind === "running" ? <p className={panel.quiet}>{t("trying")}</p> : null}
      {state.kind === "failed" ? (
        <Notice severity="error">
          {state.code === "invalid-input" ? t("tryFaulty") : t("tryFailed", { reason: reason(state.code) })}
        </Notice>
      ) : null}
      {state.kind === "done" ? <Preview preview={state.preview} /> : null}
    </section>
  );
}

function Preview({ preview }: { preview: RulesetPreview }) {
  const t = useTranslations("rulesets.editor");
  const voice = use(VoiceContext);
  const { rows, isPart, counts, findings, notRun, measures } = preview;
  const total = counts.error + counts.warning + counts.info;
  return (
    <>
      <p role="status" data-testid="tried-rows">
        {t(isPart ? "triedPart" : "triedAll", { rows })} {t("triedFindings", { count: total })}
        {findings.length < total ? ` ${t("triedShown", { shown: findings.length })}` : ""}
      </p>
      {notRun.length > 0 ? <NotRunList notRun={notRun} /> : null}
      {findings.length > 0 && voice ? (
        <div className={classes.tried}>
          <table className={panel.table} aria-label={t("tried")} data-testid="tried-findings">
            <thead>
              <tr>
                <th scope="col" className={panel.number}>
                  {t("row")}
                </th>
                <th scope="col">{t("column")}</th>
                <th scope="col">{t("message")}</th>
              </tr>
            </thead>
            <tbody>
              {findings.map((finding) => (
                <tr
                  key={`${finding.code}:${finding.row}:${finding.column}:${JSON.stringify(finding.params)}`}
                >
                  <td className={panel.number}>{finding.row ?? "–"}</td>
                  <td className={classes.field}>{finding.field ?? "–"}</td>
                  <td>
                    <SeverityMark severity={asSeverity(finding.severity)} />
                    <div>{tellFinding(finding, voice).message}</div>
                    <TriedGroup finding={finding} measures={measures[finding.code] ?? []} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}
