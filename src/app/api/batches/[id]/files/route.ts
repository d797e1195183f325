import { door } from "@/server/http/door";
import { addFiles } from "@/server/http/submit-batch";

export const dynamic = "force-dynamic";

export const POST = door(addFiles);
