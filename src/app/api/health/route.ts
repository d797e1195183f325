import { openDoor } from "@/server/http/door";
import { health } from "@/server/http/health";

export const dynamic = "force-dynamic";

export const GET = openDoor(health);
