import { door } from "@/server/http/door";
import { report } from "@/server/http/report";

export const dynamic = "force-dynamic";

export const GET = door(report);
