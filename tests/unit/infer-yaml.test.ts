import { expect, test } from "vitest";
import { parse } from "yaml";
import { draftRuleset } from "../../src/core/infer/draft-ruleset";
import { draftYaml } from "../../src/core/infer/draft-yaml";
import { profileFully } from "../../src/core/profile/column-profile";
import { parseRuleset } from "../../src/core/schema/ruleset";

function draft(columns: Record<string, string[]>) {
  const profiles = Object.entries(columns).map(([name, cells]) => {
    const column = profileFully(name, null, 1024);
    for (const cell of cells) column.add(cell);
    return column.result();
  });
  const made = draftRuleset({
    fileName: "claims.csv",
    rows: 2,
    delimiter: ";",
    encoding: "utf-8",
    header: true,
    columns: profiles,
  });
  if (!made) throw new Error("no draft");
  return made;
}

test("the YAML is the ruleset itself, with remarks beside the fields", () => {
  const made = draft({ "#": ["1", "2"], "Montant payé": ["3,5", "4"] });
  const yaml = draftYaml(made, "fr");
  expect(parseRuleset(parse(yaml))).toEqual(made.ruleset);
  expect(yaml).toContain("# Une ébauche faite de 2 lignes de claims.csv.");
  expect(yaml).toContain('- name: "#" # de 1 à 2; aucune valeur ne revient');
  expect(yaml).toContain("constraints: { required: true }");
  expect(draftYaml(made, "en")).toContain("- name: Montant payé # from 3,5 to 4");
});

test("no label and no cell of the file can become a part of the document", () => {
  const hostile = ["x\nid: other", "a: b", "- c", "'\"", "# d", "!!js e", "\u2028f", "{g}", "yes", "12"];
  const made = draft(Object.fromEntries(hostile.map((name) => [name, ["1", name, name]])));
  for (const lang of ["en", "fr"] as const) {
    const document = parse(draftYaml(made, lang));
    expect(parseRuleset(document)).toEqual(made.ruleset);
    expect(document.id).toBe("claims");
  }
});
