import { openDoor } from "@/server/http/door";
import { closeSession, openSession } from "@/server/http/session-door";

export const dynamic = "force-dynamic";

export const POST = openDoor(openSession);
export const DELETE = openDoor(closeSession);
