import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import classes from "./developers.module.css";
import type { Endpoint } from "./reference";

const told = [
  "submitValidation",
  "listValidations",
  "getValidation",
  "deleteValidation",
  "watchValidation",
  "listFindings",
  "listDays",
  "cancelValidation",
  "retryValidation",
  "listRulesets",
  "saveRuleset",
  "getRuleset",
  "listRulesetVersions",
  "listReferenceTables",
  "getReferenceTable",
  "getRulesetSchema",
  "openSession",
  "closeSession",
  "getHealth",
  "getLiveness",
  "getReadiness",
  "getMetrics",
  "getQueue",
  "watchQueue",
] as const;

function known(id: string): id is (typeof told)[number] {
  return told.some((name) => name === id);
}

export function EndpointCard({ endpoint }: { endpoint: Endpoint }) {
  const t = useTranslations("developers");
  const { id, method, path, summary, description, parameters, bodies, answers } = endpoint;
  return (
    <details className={`${panel.panel} ${classes.endpoint}`}>
      <summary>
        <span className={classes.method}>{method}</span>
        <code className={classes.path}>{path}</code>
        <span className={panel.quiet}>{known(id) ? t(`summary.${id}`) : summary}</span>
      </summary>
      <div className={`${panel.tight} ${classes.body}`}>
        {description ? <p className={panel.prose}>{description}</p> : null}
        {parameters.length > 0 ? (
          <table className={panel.table} aria-label={t("parameters")}>
            <thead>
              <tr>
                <th scope="col">{t("parameter")}</th>
                <th scope="col">{t("where")}</th>
                <th scope="col" className={panel.wide}>
                  {t("type")}
                </th>
              </tr>
            </thead>
            <tbody>
              {parameters.map(({ name, where, type, required, description: meaning }) => (
                <tr key={`${where} ${name}`}>
                  <td>
                    <code className={panel.inlineCode}>{name}</code>{" "}
                    {required ? <em>{t("required")}</em> : null}
                    <div className={panel.quiet}>{meaning}</div>
                  </td>
                  <td>{where}</td>
                  <td className={panel.wide}>{type}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        {bodies.length > 0 ? (
          <p className={classes.line}>
            {t("body")}: {bodies.join(", ")}
          </p>
        ) : null}
        <strong>{t("answers")}</strong>
        <ul className={classes.answers}>
          {answers.map(({ status, description: meaning, types }) => (
            <li key={status}>
              <strong>{status}</strong> {meaning} <span className={panel.quiet}>{types.join(", ")}</span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
