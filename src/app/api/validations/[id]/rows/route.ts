import { door } from "@/server/http/door";
import { rows } from "@/server/http/rows";

export const dynamic = "force-dynamic";

export const GET = door(rows);
