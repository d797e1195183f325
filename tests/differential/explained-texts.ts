import type { Difference } from "./compare";
import { type Explanation, ofCells, refusedByThem, refusedByUs } from "./explanation";

const patternOf = ({ field }: Difference) => String(Object(field?.constraints).pattern ?? "");

/** Differences over texts, their formats and patterns. */
export const explainedTexts: Explanation[] = [
  {
    id: "alternatives-of-a-pattern",
    why: "The whole cell must match a `pattern`. Frictionless puts `^` and `$` around the text of the pattern, so that in `a|b.*` each holds for one alternative alone.",
    when: (it) => it.ours.includes("constraint-error") && patternOf(it).includes("|"),
    example: ofCells({ type: "string", constraints: { pattern: "a|b.*" } }, "alpha"),
  },
  {
    id: "classes-of-characters",
    why: "`\\w` and `\\d` are ASCII letters and digits, as in JavaScript; Python's are those of all scripts.",
    when: (it) =>
      it.ours.includes("constraint-error") && /\\[wd]/.test(patternOf(it)) && /[^\0-\x7F]/.test(it.cell),
    example: ofCells({ type: "string", constraints: { pattern: "\\w+" } }, "é"),
  },
  {
    id: "strict-base64",
    why: "`binary` is RFC 4648's base64: its alphabet, filled up to four. Python's decoder passes over what is not of the alphabet, so that `!!!!` is fine.",
    when: (it) => refusedByUs(it) && it.field?.format === "binary",
    example: ofCells({ type: "string", format: "binary" }, "!!!!"),
  },
  {
    id: "strict-uuid",
    why: "A UUID has the form of RFC 9562. Python's `UUID()` also takes it in braces, as a URN, and with hyphens anywhere.",
    when: (it) => refusedByUs(it) && it.field?.format === "uuid",
    example: ofCells({ type: "string", format: "uuid" }, "123e4567e89b12d3a456426614174000"),
  },
  {
    id: "strict-uri",
    why: "A URI has the characters of RFC 3986, and one of `http` a host and a port that can be. The rfc3986 package parts a URI without a look at its characters.",
    when: (it) => refusedByUs(it) && it.field?.format === "uri",
    example: ofCells({ type: "string", format: "uri" }, "http://exa mple.org", "http://example.org/%zz"),
  },
  {
    id: "ascii-email",
    why: "The host of an e-mail address is ASCII (RFC 5321), and no space of any kind is part of an address; Frictionless takes international names, and a no-break space as a letter of one.",
    when: (it) => refusedByUs(it) && it.field?.format === "email" && /[^\0-\x7F]/.test(it.cell),
    example: ofCells({ type: "string", format: "email" }, "a@exämple.org"),
  },
  {
    id: "short-top-level-domain",
    why: "How long a top-level domain is, or whether it exists, is no question of form; Frictionless asks for two letters.",
    when: (it) => refusedByThem(it) && it.field?.format === "email" && /[.-].$/.test(it.cell),
    example: ofCells({ type: "string", format: "email" }, "a@example.c"),
  },
];
