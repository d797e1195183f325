import { openDoor } from "@/server/http/door";
import { live } from "@/server/http/health";

export const dynamic = "force-dynamic";

export const GET = openDoor(live);
