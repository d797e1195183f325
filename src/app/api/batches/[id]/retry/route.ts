import { retry } from "@/server/http/batches";
import { door } from "@/server/http/door";

export const dynamic = "force-dynamic";

export const POST = door(retry);
