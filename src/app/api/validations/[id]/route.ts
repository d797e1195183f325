import { door } from "@/server/http/door";
import { remove, show } from "@/server/http/runs";

export const dynamic = "force-dynamic";

export const GET = door(show);
export const DELETE = door(remove);
