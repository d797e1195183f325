import { runs } from "@/server/http/batches";
import { door } from "@/server/http/door";

export const dynamic = "force-dynamic";

export const GET = door(runs);
