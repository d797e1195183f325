import { z } from "zod";
import { DialectSettings, dialectProblem } from "../csv/dialect-settings";
import { isCode } from "../findings/codes";
import { compileRules } from "../rules/compile-rules";
import { Derive, Rule } from "../rules/rule";
import { fromTableSchema, isTableSchema } from "./plain-table-schema";
import { type ProblemWords, problemWords } from "./problem-words";
import { referenceProblems } from "./reference-problems";
import { Overview, ReferenceTable } from "./reference-table";
import { TableSchema } from "./table-schema";

const Severity = z.enum(["error", "warning", "info"]);

const Dialect = DialectSettings.superRefine((settings, context) => {
  const problem = dialectProblem(settings);
  if (problem) context.addIssue({ code: "custom", path: [problem.name], message: problem.message });
});

/** A versioned description of a valid file. See docs/ARCHITECTURE.md. */
export const Ruleset = z
  .strictObject({
    id: z
      .string()
      .max(100)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens"),
    version: z.number().int().positive().optional(),
    title: z.string().min(1).max(200),
    description: z.string().max(2000).optional(),
    dialect: Dialect.optional(),
    schema: TableSchema,
    severity: z.record(z.string(), Severity).optional(),
    references: z.array(ReferenceTable).max(20).optional(),
    derive: Derive.optional(),
    rules: z.array(Rule).max(500).optional(),
    overview: Overview.optional().meta({
      description: "How findings are gathered for a person: by whom and by day.",
    }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code, as CAD")
      .optional()
      .meta({ description: "ISO 4217 code of the money that rules put at stake." }),
    /** Checks that are off unless a ruleset turns them on. */
    checks: z.strictObject({ formulaInjection: z.boolean().optional() }).optional(),
  })
  .superRefine((ruleset, context) => {
    const { severity = {}, rules = [], references = [], schema, derive } = ruleset;
    const { fields } = schema;
    for (const { path, message } of [
      ...compileRules({ fields, derive, references, rules }).problems,
      ...referenceProblems(ruleset),
    ])
      context.addIssue({ code: "custom", path, message });
    for (const code of Object.keys(severity))
      if (!isCode(code) && !rules.some(({ id }) => id === code))
        context.addIssue({ code: "custom", path: ["severity", code], message: "is no code of a finding" });
  })
  .meta({ id: "Ruleset" });
export type Ruleset = z.infer<typeof Ruleset>;

export interface RulesetProblem {
  /** Where in the document, as in `schema.fields.3.type`. */
  path: string;
  message: string;
}

/** The document is not a usable ruleset; `problems` says where and why. */
export class RulesetError extends Error {
  constructor(readonly problems: RulesetProblem[]) {
    super(problems.map(({ path, message }) => `${path || "document"}: ${message}`).join("; "));
    this.name = "RulesetError";
  }
}

/** Reads a ruleset, or a plain Table Schema, which becomes the `schema` of one. Throws RulesetError, in the given words. */
export function parseRuleset(document: unknown, words?: ProblemWords): Ruleset {
  const isPlain = isTableSchema(document);
  const result = Ruleset.safeParse(isPlain ? fromTableSchema(document) : document, { error: words?.error });
  if (result.success) return result.data;
  throw new RulesetError(problemsOf(result.error.issues, isPlain, words ?? problemWords.en));
}

/** Each problem with its path in the document as it was given. */
function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  isPlain: boolean,
  { unknown }: ProblemWords,
): RulesetProblem[] {
  return issues.flatMap((issue) => {
    const at = isPlain && issue.path[0] === "schema" ? issue.path.slice(1) : issue.path;
    const path = (last: PropertyKey[]) => [...at, ...last].map(String).join(".");
    if (issue.code !== "unrecognized_keys") return [{ path: path([]), message: issue.message }];
    return issue.keys.map((key) => ({ path: path([key]), message: unknown }));
  });
}
