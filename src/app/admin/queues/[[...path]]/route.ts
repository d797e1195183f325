import { board } from "@/server/http/board";
import { door } from "@/server/http/door";

export const dynamic = "force-dynamic";

const answer = door(board);

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
