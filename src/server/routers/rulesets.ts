import { getRuleset } from "@/services/get-ruleset";
import { RulesetRef, SaveRulesetInput } from "@/services/inputs";
import { listRulesets } from "@/services/list-rulesets";
import { saveRuleset } from "@/services/save-ruleset";
import { procedure, router } from "../trpc";

export const rulesetsRouter = router({
  list: procedure.query((call) => listRulesets(call)),
  get: procedure.input(RulesetRef).query((call) => getRuleset(call)),
  save: procedure.input(SaveRulesetInput).mutation((call) => saveRuleset(call)),
});
