import { octetInputParser } from "@trpc/server/http";
import { checkRuleset } from "@/services/check-ruleset";
import { convertTableSchema } from "@/services/convert-table-schema";
import { getRuleset } from "@/services/get-ruleset";
import { getRulesetText } from "@/services/get-ruleset-text";
import { ReadRulesetInput, RulesetDraft, RulesetId, RulesetRef, SaveRulesetInput } from "@/services/inputs";
import { listRulesetVersions } from "@/services/list-ruleset-versions";
import { listRulesets } from "@/services/list-rulesets";
import { previewRuleset } from "@/services/preview-ruleset";
import { saveRuleset } from "@/services/save-ruleset";
import { previewSizes } from "../http/preview-headers";
import { procedure, router } from "../trpc";

export const rulesetsRouter = router({
  list: procedure.query((call) => listRulesets(call)),
  get: procedure.input(RulesetRef).query((call) => getRuleset(call)),
  text: procedure.input(ReadRulesetInput).query((call) => getRulesetText(call)),
  versions: procedure.input(RulesetId).query((call) => listRulesetVersions(call)),
  save: procedure.input(SaveRulesetInput).mutation((call) => saveRuleset(call)),

  // Mutations that change nothing: a text can be longer than an address.
  check: procedure.input(RulesetDraft).mutation((call) => checkRuleset(call)),
  convert: procedure.input(RulesetDraft).mutation((call) => convertTableSchema(call)),

  /** The body is the ruleset's text and then the file's first bytes; headers say how many bytes each has. */
  try: procedure
    .input(octetInputParser)
    .mutation(({ ctx, input, signal }) =>
      previewRuleset({ ctx: { ...ctx, signal }, input: { body: input, ...previewSizes(ctx.headers) } }),
    ),
});
