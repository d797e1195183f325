import { door } from "@/server/http/door";
import { add, list } from "@/server/http/webhooks";

export const dynamic = "force-dynamic";

export const GET = door(list);
export const POST = door(add);
