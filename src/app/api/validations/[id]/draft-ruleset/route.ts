import { door } from "@/server/http/door";
import { draftRuleset } from "@/server/http/draft-ruleset";

export const dynamic = "force-dynamic";

export const GET = door(draftRuleset);
