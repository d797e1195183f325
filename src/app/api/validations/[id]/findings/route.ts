import { door } from "@/server/http/door";
import { findings } from "@/server/http/findings";

export const dynamic = "force-dynamic";

export const GET = door(findings);
