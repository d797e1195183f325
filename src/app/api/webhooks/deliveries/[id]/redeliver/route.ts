import { door } from "@/server/http/door";
import { redeliver } from "@/server/http/webhooks";

export const dynamic = "force-dynamic";

export const POST = door(redeliver);
