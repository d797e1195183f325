import { door } from "@/server/http/door";
import { remove } from "@/server/http/webhooks";

export const dynamic = "force-dynamic";

export const DELETE = door(remove);
