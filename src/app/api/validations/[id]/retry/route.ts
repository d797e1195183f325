import { door } from "@/server/http/door";
import { retry } from "@/server/http/runs";

export const dynamic = "force-dynamic";

export const POST = door(retry);
