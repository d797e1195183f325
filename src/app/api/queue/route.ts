import { door } from "@/server/http/door";
import { queue } from "@/server/http/queue";

export const dynamic = "force-dynamic";

export const GET = door(queue);
