import { enqueueRun } from "@/services/enqueue-run";

// A process of its own, with its own database client: enqueues the file whose id it is sent and answers the run's id.
const ctx = { actor: { ownerId: "local", name: "enqueuer" } };

process.on("message", async (fileId: string) => {
  const { validationId } = await enqueueRun({ ctx, input: { fileId, options: { delimiter: ";" } } });
  process.send?.(validationId);
});
process.send?.("ready");
