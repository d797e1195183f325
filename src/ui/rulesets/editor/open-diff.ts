import { yaml } from "@codemirror/lang-yaml";
import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { editorLook } from "./editor-look";
import { editorPhrases } from "./editor-phrases";

export interface DiffOptions {
  parent: HTMLElement;
  before: { text: string; label: string };
  after: { text: string; label: string };
  locale: string;
  nonce: string;
  isWide: boolean;
}

const collapseUnchanged = { margin: 3, minSize: 6 };

/** Shows two texts side by side, or as one where there is no room; returns what closes it. */
export function openDiff({ parent, before, after, locale, nonce, isWide }: DiffOptions): () => void {
  const reading = (label: string): Extension => [
    lineNumbers(),
    yaml(),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.lineWrapping,
    EditorView.cspNonce.of(nonce),
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    editorPhrases(locale),
    editorLook,
  ];
  if (isWide) {
    const view = new MergeView({
      parent,
      a: { doc: before.text, extensions: reading(before.label) },
      b: { doc: after.text, extensions: reading(after.label) },
      collapseUnchanged,
      gutter: true,
    });
    return () => view.destroy();
  }
  const unified = unifiedMergeView({
    original: before.text,
    mergeControls: false,
    collapseUnchanged,
    gutter: true,
  });
  const view = new EditorView({
    parent,
    doc: after.text,
    extensions: [reading(`${before.label}, ${after.label}`), unified],
  });
  return () => view.destroy();
}
