import { z } from "zod";

/** How the form of a document is spoken of in one language. What the rules of ours say is English still. */
export interface ProblemWords {
  unknown: string;
  tooManyAliases: string;
  /** Words for an issue; what it leaves open zod says in that language. */
  error: z.core.$ZodErrorMap;
}

function wordsIn(
  texts: { missing: string; oneOf: string },
  zodsOwn: z.core.$ZodErrorMap,
): z.core.$ZodErrorMap {
  return (issue) => {
    if (issue.code === "invalid_type" && issue.input === undefined) return texts.missing;
    if (issue.code === "invalid_value" && issue.values.length > 1)
      return `${texts.oneOf} ${issue.values.join(", ")}`;
    return zodsOwn(issue);
  };
}

export const problemWords = {
  en: {
    unknown: "is not known",
    tooManyAliases: "refers to its own parts too often",
    error: wordsIn({ missing: "is missing", oneOf: "must be one of" }, z.locales.en().localeError),
  },
  fr: {
    unknown: "n’est pas connu",
    tooManyAliases: "renvoie trop souvent à ses propres parties",
    error: wordsIn({ missing: "manque", oneOf: "doit être l’une des valeurs" }, z.locales.fr().localeError),
  },
} satisfies Record<string, ProblemWords>;

export type ProblemLang = keyof typeof problemWords;
