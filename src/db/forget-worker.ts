import { db } from "./client";

export async function forgetWorker(id: string): Promise<void> {
  await db().workerProcess.deleteMany({ where: { id } });
}
