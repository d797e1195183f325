import { door } from "@/server/http/door";
import { versions } from "@/server/http/rulesets";

export const dynamic = "force-dynamic";

export const GET = door(versions);
