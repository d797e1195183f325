import { once } from "node:events";
import { normalizeFile } from "@/core/normalize-file";
import type { DialectOverrides } from "@/core/pipeline/read-dialect";
import { CommandError } from "../command-error";
import type { Lang } from "../settings";
import { textsOf } from "../texts";
import type { ExitCode } from "../verdict";
import { withFile } from "./with-file";

/** Prints the file's table as RFC 4180 text. Resolves to 1 when a record could not be read and is left out. */
export async function normalize(
  path: string,
  { read, lang }: { read: DialectOverrides; lang: Lang },
): Promise<ExitCode> {
  const left = await withFile(path, async (file) => {
    const pieces = normalizeFile({ path: file.path, overrides: read, signal: file.signal });
    for (;;) {
      const step = await pieces.next();
      if (step.done) return step.value;
      if (!process.stdout.write(step.value)) await once(process.stdout, "drain");
    }
  });
  if (left.unreadable) throw new CommandError({ kind: "no-table", path, code: left.unreadable });
  const texts = textsOf(lang);
  if (left.titleLines > 0) console.error(`facnet: ${texts.titlesLeftOut(left.titleLines)}`);
  if (left.refused > 0) console.error(`facnet: ${texts.refusedLeftOut(left.refused, left.refusedLines)}`);
  if (left.stopped) console.error(`facnet: ${texts.restLeftOut}`);
  return left.refused > 0 || left.stopped ? 1 : 0;
}
