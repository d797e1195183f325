import { door } from "@/server/http/door";
import { tables } from "@/server/http/rulesets";

export const dynamic = "force-dynamic";

export const GET = door(tables);
