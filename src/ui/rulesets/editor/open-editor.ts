import type { CompletionContext } from "@codemirror/autocomplete";
import { yaml } from "@codemirror/lang-yaml";
import { type Diagnostic, forceLinting, linter, lintGutter } from "@codemirror/lint";
import { EditorState, type Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { basicSetup } from "codemirror";
import type { RulesetCheck } from "../../wire";
import { completeRuleset, type Knowledge } from "./complete";
import { editorLook } from "./editor-look";
import { editorPhrases } from "./editor-phrases";

export interface EditorOptions {
  parent: HTMLElement;
  text: string;
  label: string;
  locale: string;
  nonce: string;
  /** What completion knows just now. */
  knowledge: () => Knowledge;
  /** Asked once the text has rested, and never twice for one text. Null when no answer came. */
  check: (text: string) => Promise<RulesetCheck | null>;
  onChange: (text: string) => void;
}

export interface OpenEditor {
  text(): string;
  /** Puts another text in place of all; undo brings the old one back. */
  replace(text: string): void;
  goTo(line: number, column: number): void;
  /** Checks now what has not rested yet. */
  checkNow(): void;
  close(): void;
}

/** How long the text rests before it is checked, in ms. */
const rest = 400;

/** Opens the code editor for a ruleset's text. */
export function openEditor(options: EditorOptions): OpenEditor {
  const { parent, text, label, locale, nonce, knowledge, check, onChange } = options;
  // One and the same source each time it is asked for: the editor knows it by identity.
  const languageData = [
    { autocomplete: (context: CompletionContext) => completeRuleset(context, knowledge()) },
  ];
  const state = EditorState.create({
    doc: text,
    extensions: [
      basicSetup,
      yaml(),
      EditorState.languageData.of(() => languageData),
      lintGutter(),
      linter(
        async (view) => {
          const checked = await check(view.state.doc.toString());
          return checked?.problems.map((problem) => toDiagnostic(view.state.doc, problem)) ?? [];
        },
        { delay: rest },
      ),
      EditorView.lineWrapping,
      EditorView.cspNonce.of(nonce),
      EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString());
      }),
      editorPhrases(locale),
      editorLook,
    ],
  });
  const view = new EditorView({ state, parent });
  return {
    text: () => view.state.doc.toString(),
    replace(next) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        selection: { anchor: 0 },
      });
      view.focus();
    },
    goTo(line, column) {
      const anchor = offsetOf(view.state.doc, line, column);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
    checkNow: () => forceLinting(view),
    close: () => view.destroy(),
  };
}

function toDiagnostic(doc: Text, problem: RulesetCheck["problems"][number]): Diagnostic {
  const { path, message, line, column, endLine, endColumn } = problem;
  const from = offsetOf(doc, line, column);
  const to = Math.max(from, offsetOf(doc, endLine, endColumn));
  return { from, to, severity: "error", message: path ? `${path}: ${message}` : message };
}

function offsetOf(doc: Text, line: number, column: number): number {
  const found = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(found.to, found.from + Math.max(0, column - 1));
}
