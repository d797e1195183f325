import { door } from "@/server/http/door";
import { list } from "@/server/http/runs";
import { submit } from "@/server/http/submit";

export const dynamic = "force-dynamic";

export const GET = door(list);
export const POST = door(submit);
