import { days } from "@/server/http/days";
import { door } from "@/server/http/door";

export const dynamic = "force-dynamic";

export const GET = door(days);
