import { octetInputParser } from "@trpc/server/http";
import { checkRuleset } from "@/services/check-ruleset";
import { convertTableSchema } from "@/services/convert-table-schema";
import { getReferenceTable } from "@/services/get-reference-table";
import { getRuleset } from "@/services/get-ruleset";
import { getRulesetText } from "@/services/get-ruleset-text";
import {
  ReadRulesetInput,
  ReferenceTableRef,
  RulesetDraft,
  RulesetId,
  RulesetRef,
  SaveRulesetInput,
} from "@/services/inputs";
import { listReferenceTables } from "@/services/list-reference-tables";
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
  tables: procedure.input(RulesetRef).query((call) => listReferenceTables(call)),
  table: procedure.input(ReferenceTableRef).query((call) => getReferenceTable(call)),
  versions: procedure.input(RulesetId).query((call) => listRulesetVersions(call)),
  save: procedure
    .input(SaveRulesetInput)
    .mutation(({ ctx, input, signal }) => saveRuleset({ ctx: { ...ctx, signal }, input })),

  // Mutations that change nothing: a text can be longer than an address.
  check: procedure.input(RulesetDraft).mutation((call) => checkRuleset(call)),
  convert: procedure.input(RulesetDraft).mutation((call) => convertTableSchema(call)),

  /** The body is the ruleset's text, its unsaved tables and the file's first bytes; headers say how many bytes each has. */
  try: procedure
    .input(octetInputParser)
    .mutation(({ ctx, input, signal }) =>
      previewRuleset({ ctx: { ...ctx, signal }, input: { body: input, ...previewSizes(ctx.headers) } }),
    ),
});
