import { EditorState, type Extension } from "@codemirror/state";

/** What the editor itself says, in French; its own words are English. */
const french = {
  "Control character": "Caractère de contrôle",
  "Selection deleted": "Sélection supprimée",
  "Folded lines": "Lignes repliées",
  "Unfolded lines": "Lignes dépliées",
  to: "à",
  "folded code": "lignes repliées",
  unfold: "déplier",
  "Fold line": "Replier la ligne",
  "Unfold line": "Déplier la ligne",
  "Go to line": "Aller à la ligne",
  go: "aller",
  Find: "Rechercher",
  Replace: "Remplacer",
  next: "suivant",
  previous: "précédent",
  all: "tout",
  "match case": "respecter la casse",
  "by word": "mot entier",
  regexp: "expression régulière",
  replace: "remplacer",
  "replace all": "tout remplacer",
  close: "fermer",
  "current match": "occurrence actuelle",
  "replaced $ matches": "$ occurrences remplacées",
  "replaced match on line $": "occurrence remplacée à la ligne $",
  "on line": "à la ligne",
  Completions: "Suggestions",
  Diagnostics: "Problèmes",
  "No diagnostics": "Aucun problème",
  "$ unchanged lines": "$ lignes inchangées",
};

export function editorPhrases(locale: string): Extension {
  return locale === "fr" ? EditorState.phrases.of(french) : [];
}
