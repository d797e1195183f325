import { openDoor } from "@/server/http/door";
import { openApi } from "@/server/http/openapi-door";

export const dynamic = "force-dynamic";

export const GET = openDoor(openApi);
