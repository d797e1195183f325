import { list } from "@/server/http/batches";
import { door } from "@/server/http/door";
import { create } from "@/server/http/submit-batch";

export const dynamic = "force-dynamic";

export const GET = door(list);
export const POST = door(create);
