import { door } from "@/server/http/door";
import { test } from "@/server/http/webhooks";

export const dynamic = "force-dynamic";

export const POST = door(test);
