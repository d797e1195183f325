import { door } from "@/server/http/door";
import { metrics } from "@/server/http/metrics";

export const dynamic = "force-dynamic";

export const GET = door(metrics);
