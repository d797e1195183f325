import { door } from "@/server/http/door";
import { log } from "@/server/http/webhooks";

export const dynamic = "force-dynamic";

export const GET = door(log);
