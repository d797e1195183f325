import { door } from "@/server/http/door";
import { events } from "@/server/http/events";

export const dynamic = "force-dynamic";

export const GET = door(events);
