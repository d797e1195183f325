import { openDoor } from "@/server/http/door";
import { rulesetSchema } from "@/server/http/ruleset-schema-door";

export const dynamic = "force-dynamic";

export const GET = openDoor(rulesetSchema);
