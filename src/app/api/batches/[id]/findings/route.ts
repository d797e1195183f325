import { findings } from "@/server/http/batch-findings";
import { door } from "@/server/http/door";

export const dynamic = "force-dynamic";

export const GET = door(findings);
