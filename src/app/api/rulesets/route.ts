import { door } from "@/server/http/door";
import { list, save } from "@/server/http/rulesets";

export const dynamic = "force-dynamic";

export const GET = door(list);
export const POST = door(save);
