import { compare } from "@/server/http/compare";
import { door } from "@/server/http/door";

export const dynamic = "force-dynamic";

export const GET = door(compare);
