import { IconPaperclip } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "../../button";
import panel from "../../panel.module.css";
import classes from "./editor.module.css";
import { FileButton } from "./file-button";
import type { EditedTable, Tables } from "./use-tables";

/** The reference tables that the text names, each with a way to attach a file. */
export function TableList({ tables }: { tables: Tables }) {
  const t = useTranslations("rulesets.editor.tables");
  if (tables.list.length === 0) return null;
  return (
    <section className={`${panel.panel} ${panel.padded} ${panel.tight}`} aria-label={t("title")}>
      <h2>{t("title")}</h2>
      <p className={`${panel.quiet} ${panel.small}`}>{t("hint")}</p>
      <ul className={classes.tables} data-testid="edited-tables">
        {tables.list.map((table) => (
          <li key={table.path}>
            <div>
              <strong>{table.name}</strong> <code className={panel.inlineCode}>{table.path}</code>
              <div className={panel.quiet}>
                <Standing table={table} />
              </div>
            </div>
            <span className={panel.row}>
              {table.attachedBytes === null ? null : (
                <Button
                  look="bare"
                  aria-label={t("takeBackOf", { path: table.path })}
                  onClick={() => tables.takeBack(table.path)}
                >
                  {t("takeBack")}
                </Button>
              )}
              <FileButton
                label={t(table.attachedBytes === null && table.savedRows === null ? "attach" : "replace")}
                about={t("fileFor", { path: table.path })}
                accept=".csv,text/csv"
                icon={<IconPaperclip size={18} aria-hidden />}
                onFile={(file) => void tables.attachFile(table.path, file)}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ table: { attachedBytes, savedRows } }: { table: EditedTable }) {
  const t = useTranslations("rulesets.editor.tables");
  const locale = useLocale();
  if (attachedBytes !== null) {
    const size = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA", {
      style: "unit",
      unit: attachedBytes < 10_000 ? "byte" : "kilobyte",
      unitDisplay: attachedBytes < 10_000 ? "long" : "short",
      maximumFractionDigits: 0,
    });
    return t("attached", {
      size: size.format(attachedBytes < 10_000 ? attachedBytes : attachedBytes / 1024),
    });
  }
  return savedRows === null ? t("missing") : t("saved", { rows: savedRows });
}
