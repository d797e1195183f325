import { door } from "@/server/http/door";
import { exportText } from "@/server/http/rulesets";

export const dynamic = "force-dynamic";

export const GET = door(exportText);
