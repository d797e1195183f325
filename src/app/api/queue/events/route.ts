import { door } from "@/server/http/door";
import { queueEvents } from "@/server/http/queue";

export const dynamic = "force-dynamic";

export const GET = door(queueEvents);
