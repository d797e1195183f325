import { door } from "@/server/http/door";
import { exportTable } from "@/server/http/rulesets";

export const dynamic = "force-dynamic";

export const GET = door(exportTable);
