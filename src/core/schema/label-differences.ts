import { fold } from "./fold-label";

const marks = /\p{M}/gu;

const withoutMarks = (label: string) => label.normalize("NFKD").replace(marks, "");
const withoutSpace = (label: string) => label.replace(/\s+/g, "");
const plainSigns = (label: string) =>
  label
    .replace(/\p{Cf}/gu, "")
    .replace(/[‘’‛′`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, "-");

/** The label with all differences but one taken away. */
const keepingOnly = {
  accent: (label: string) => plainSigns(withoutSpace(label)).normalize("NFC").toLowerCase(),
  case: (label: string) => plainSigns(withoutSpace(withoutMarks(label))),
  space: (label: string) => plainSigns(withoutMarks(label)).toLowerCase(),
  sign: (label: string) => withoutSpace(withoutMarks(label)).toLowerCase(),
};

/**
 * How a label differs from the name of the field that it was matched to: `alias`, or what of `accent`, `case`, `space` and
 * `sign` (quotes, dashes, what cannot be seen) is not the same. An accent that is a character of its own counts as one.
 */
export function labelDifferences(label: string, name: string): string[] {
  if (fold(label) !== fold(name)) return ["alias"];
  const found = Object.entries(keepingOnly).filter(([, form]) => form(label) !== form(name));
  return found.length > 0 ? found.map(([difference]) => difference) : ["accent"];
}
