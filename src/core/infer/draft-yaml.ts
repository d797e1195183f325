import { Document, isMap, isScalar, isSeq } from "yaml";
import { type DraftNote, tellNote } from "./draft-note";
import type { RulesetDraft } from "./draft-ruleset";

/** A drafted ruleset as YAML, each field's remarks beside its name. */
export function draftYaml({ ruleset, about, notes }: RulesetDraft, lang: "en" | "fr"): string {
  const document = new Document(ruleset);
  document.commentBefore = ` ${tellNote(about, lang)}`;
  const fields = document.getIn(["schema", "fields"]);
  if (!isSeq(fields)) throw new Error("a draft without fields");
  fields.items.forEach((field, i) => {
    if (!isMap(field)) return;
    for (const { value } of field.items) if (isMap(value) || isSeq(value)) value.flow = true;
    const name = field.items[0]?.value;
    const remarks = tellAll(notes[i] ?? [], lang);
    if (isScalar(name) && remarks !== "") name.comment = ` ${remarks}`;
  });
  const missing = document.getIn(["schema", "missingValues"]);
  if (isSeq(missing)) missing.flow = true;
  return document.toString({ lineWidth: 110 });
}

function tellAll(notes: readonly DraftNote[], lang: "en" | "fr"): string {
  return notes.map((note) => tellNote(note, lang)).join("; ");
}
