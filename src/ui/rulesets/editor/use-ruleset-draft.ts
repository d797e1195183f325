"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "../../trpc";
import { errorCodeOf } from "../../use-reason";
import type { RulesetCheck } from "../../wire";
import type { OpenEditor } from "./open-editor";
import { type Fault, tableFaultsOf } from "./table-faults";
import { useTables } from "./use-tables";

export interface DraftStart {
  text: string;
  /** The version that the text is of; null for a ruleset that is not saved yet. */
  base: { id: string; version: number } | null;
}

export type SaveOutcome =
  | { kind: "saved" | "unchanged"; id: string; version: number }
  | { kind: "faulty"; faults: Fault[] }
  | { kind: "failed"; code: string };

/** The text that is being written, what is wrong with it, and its way to the service. */
export function useRulesetDraft(start: DraftStart) {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const lang = useLocale();
  const editor = useRef<OpenEditor | null>(null);
  const [text, setText] = useState(start.text);
  const [kept, setKept] = useState(start.text);
  const [base, setBase] = useState(start.base);
  const [checked, setChecked] = useState<RulesetCheck | null>(null);
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null);
  const [isSaving, setSaving] = useState(false);
  // The state comes a render later, and two keys may be pressed in between.
  const saving = useRef(false);

  // Under another id nothing is saved yet.
  const savedId = checked?.ruleset && checked.ruleset.id !== base?.id ? undefined : base?.id;
  const tables = useTables(savedId, checked?.references ?? []);

  const fail = (error: unknown) => setOutcome({ kind: "failed", code: errorCodeOf(error) });

  async function check(asked: string): Promise<RulesetCheck | null> {
    try {
      const answer = await client.rulesets.check.mutate({ text: asked, lang });
      if (editor.current?.text() === asked) setChecked(answer);
      return answer;
    } catch (error) {
      fail(error);
      return null;
    }
  }

  async function save() {
    if (saving.current) return;
    const document = editor.current?.text() ?? text;
    saving.current = true;
    setSaving(true);
    try {
      const { id, version, created } = await client.rulesets.save.mutate({
        document,
        tables: tables.toSend,
      });
      setKept(document);
      tables.forget();
      setBase({ id, version });
      setOutcome({ kind: created ? "saved" : "unchanged", id, version });
      window.history.replaceState(null, "", `/rulesets/${encodeURIComponent(id)}/edit`);
      await cache.invalidateQueries(trpc.rulesets.pathFilter());
    } catch (error) {
      const code = errorCodeOf(error);
      setOutcome(
        code === "invalid-input"
          ? { kind: "faulty", faults: tableFaultsOf(error) }
          : { kind: "failed", code },
      );
      editor.current?.checkNow();
    } finally {
      saving.current = false;
      setSaving(false);
    }
  }

  async function convert() {
    try {
      const converted = await client.rulesets.convert.mutate({ text: editor.current?.text() ?? text });
      editor.current?.replace(converted.text);
    } catch (error) {
      fail(error);
    }
  }

  return {
    editor,
    text,
    base,
    checked,
    outcome,
    isSaving,
    tables,
    isDirty: text !== kept || tables.isDirty,
    check,
    save,
    convert,
    fail,
    change(next: string) {
      setText(next);
      setOutcome(null);
    },
  };
}
