import { octetInputParser } from "@trpc/server/http";
import { uploadFile } from "@/services/upload-file";
import { announcedBytes, announcedName } from "../http/upload-headers";
import { procedure, router } from "../trpc";

export const filesRouter = router({
  /** The body is the file; its name comes percent-encoded in the header `x-file-name`. */
  upload: procedure.input(octetInputParser).mutation(({ ctx, input, signal }) =>
    uploadFile({
      ctx: { ...ctx, signal },
      input: { name: announcedName(ctx.headers), body: input, expectedBytes: announcedBytes(ctx.headers) },
    }),
  ),
});
