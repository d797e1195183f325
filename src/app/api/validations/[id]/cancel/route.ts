import { door } from "@/server/http/door";
import { cancel } from "@/server/http/runs";

export const dynamic = "force-dynamic";

export const POST = door(cancel);
