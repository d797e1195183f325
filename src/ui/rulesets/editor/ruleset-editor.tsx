"use client";

import { IconDeviceFloppy, IconFileImport, IconPlayerPlay } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "../../button";
import { ConfirmDialog } from "../../confirm-dialog";
import { Notice } from "../../notice";
import panel from "../../panel.module.css";
import { FindingVoice } from "../../run/finding-voice";
import classes from "./editor.module.css";
import { FileButton } from "./file-button";
import { KeptNotice } from "./kept-notice";
import { ProblemList } from "./problem-list";
import { SaveNotice } from "./save-notice";
import { StartChoice, type StartingPoint } from "./start-choice";
import { TableList } from "./table-list";
import { TriedRows } from "./tried-rows";
import { useKeptDraft } from "./use-kept-draft";
import { useLeaveGuard } from "./use-leave-guard";
import { type DraftStart, useRulesetDraft } from "./use-ruleset-draft";
import { useSaveKey } from "./use-save-key";
import { useTryFile } from "./use-try-file";

const CodeEditor = dynamic(() => import("./code-editor").then((part) => part.CodeEditor), {
  ssr: false,
  loading: () => <div className={classes.code} />,
});

interface RulesetEditorProps extends DraftStart {
  /** What a new ruleset may begin as; absent where a version is edited. */
  starts?: { points: StartingPoint[]; blank: string };
}

/** Where a ruleset is written: the text, what is wrong with it, and what it finds in a file. */
export function RulesetEditor({ starts, ...start }: RulesetEditorProps) {
  const t = useTranslations("rulesets.editor");
  const router = useRouter();
  const draft = useRulesetDraft(start);
  const { editor, base, checked, isDirty, isSaving } = draft;
  const trial = useTryFile(() => editor.current?.text() ?? draft.text, draft.tables.toSend);
  useSaveKey(() => void draft.save());
  const kept = useKeptDraft(start.base?.id ?? "", draft.text, isDirty);
  const guard = useLeaveGuard(isDirty);
  const replace = (text: string) => editor.current?.replace(text);
  return (
    <div className={panel.stack}>
      <div className={classes.bar}>
        <Button
          look="main"
          icon={<IconDeviceFloppy size={18} aria-hidden />}
          onClick={() => void draft.save()}
          busy={isSaving}
          aria-keyshortcuts="Control+S Meta+S"
        >
          {t("save")}
        </Button>
        <FileButton
          label={t("try")}
          accept=".csv,.txt,.tsv,text/csv"
          icon={<IconPlayerPlay size={18} aria-hidden />}
          onFile={(file) => void trial.run(file)}
        />
        <FileButton
          label={t("open")}
          accept=".yaml,.yml,.json"
          icon={<IconFileImport size={18} aria-hidden />}
          onFile={(file) => void file.text().then(replace)}
        />
        {starts ? (
          <StartChoice {...starts} onText={replace} onTables={draft.tables.attach} onFailure={draft.fail} />
        ) : null}
        <span className={classes.standing}>
          {base ? <span>{t("standing", base)}</span> : null}
          {isDirty ? <strong>{t("unsaved")}</strong> : null}
        </span>
      </div>
      {kept.found === null ? null : (
        <KeptNotice
          onRestore={() => {
            if (kept.found !== null) replace(kept.found);
          }}
          onForget={kept.forget}
        />
      )}
      <FindingVoice>
        <SaveNotice outcome={draft.outcome} />
      </FindingVoice>
      {checked?.isTableSchema ? (
        <Notice severity="info">
          {t("tableSchema")}{" "}
          <Button look="bare" onClick={() => void draft.convert()} disabled={checked.ruleset === null}>
            {t("convert")}
          </Button>
        </Notice>
      ) : null}
      <div className={classes.desk}>
        <CodeEditor
          start={start.text}
          label={t("label")}
          check={draft.check}
          onOpen={(opened) => {
            editor.current = opened;
          }}
          onChange={draft.change}
        />
        <div className={classes.side}>
          <ProblemList checked={checked} onGoTo={(line, column) => editor.current?.goTo(line, column)} />
          <TableList tables={draft.tables} />
          <FindingVoice>
            <TriedRows state={trial.state} onAgain={trial.again} />
          </FindingVoice>
          <p className={`${panel.quiet} ${panel.small}`}>{t("keys")}</p>
        </div>
      </div>
      <ConfirmDialog
        open={guard.target !== null}
        title={t("leaveTitle")}
        text={t("leaveText")}
        confirm={t("leave")}
        keep={t("stay")}
        busy={false}
        onConfirm={() => {
          kept.forget();
          if (guard.target !== null) router.push(guard.target);
          guard.stay();
        }}
        onClose={guard.stay}
      />
    </div>
  );
}
