"use client";

import { useLocale } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { useNonce } from "../../nonce";
import type { RulesetCheck } from "../../wire";
import classes from "./editor.module.css";
import { loadSchema } from "./load-schema";
import { type OpenEditor, openEditor } from "./open-editor";
import type { JsonSchema } from "./schema-at";

export interface CodeEditorProps {
  /** The text to begin with; later texts come through the editor that `onOpen` hands out. */
  start: string;
  label: string;
  check: (text: string) => Promise<RulesetCheck | null>;
  onOpen: (editor: OpenEditor | null) => void;
  onChange: (text: string) => void;
}

/** The code editor and all that it weighs: loaded only where a ruleset is written. */
export function CodeEditor({ start, label, check, onOpen, onChange }: CodeEditorProps) {
  const locale = useLocale();
  const nonce = useNonce();
  const parent = useRef<HTMLDivElement>(null);
  const variables = useRef<RulesetCheck["variables"]>([]);
  const schema = useRef<JsonSchema | null>(null);

  const checkAndLearn = useEffectEvent(async (text: string) => {
    const checked = await check(text);
    if (checked) variables.current = checked.variables;
    return checked;
  });
  const changed = useEffectEvent(onChange);
  const opened = useEffectEvent(onOpen);
  const open = useEffectEvent((element: HTMLElement) =>
    openEditor({
      parent: element,
      text: start,
      label,
      locale,
      nonce,
      knowledge: () => ({ schema: schema.current, variables: variables.current }),
      check: (text) => checkAndLearn(text),
      onChange: (text) => changed(text),
    }),
  );

  useEffect(() => {
    if (!parent.current) return;
    const editor = open(parent.current);
    opened(editor);
    let isOpen = true;
    void loadSchema().then((loaded) => {
      if (isOpen) schema.current = loaded;
    });
    return () => {
      isOpen = false;
      opened(null);
      editor.close();
    };
  }, []);

  return <div ref={parent} className={classes.code} data-testid="ruleset-editor" />;
}
