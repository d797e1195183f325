import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { AppError } from "@/errors";

/** Lets bytes pass while it counts, tells and hashes them; past `maxBytes` it breaks with AppError `too-large`. */
export function makeMeter(maxBytes: number, onBytes?: (passed: number) => void) {
  const hash = createHash("sha256");
  let bytes = 0;
  const pass = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes)
        return done(
          new AppError("too-large", `The file is larger than the limit of ${maxBytes} bytes.`, {
            params: { maxBytes },
          }),
        );
      hash.update(chunk);
      onBytes?.(bytes);
      done(null, chunk);
    },
  });
  return { pass, result: () => ({ bytes, sha256: hash.digest("hex") }) };
}
