import { basename } from "node:path";
import { draftRuleset } from "@/core/infer/draft-ruleset";
import { draftYaml } from "@/core/infer/draft-yaml";
import type { DialectOverrides } from "@/core/pipeline/read-dialect";
import { validateFile } from "@/core/validate-file";
import { createBars } from "../bars";
import { CommandError } from "../command-error";
import type { Lang } from "../settings";
import type { ExitCode } from "../verdict";
import { stagingMemoryMb } from "./check";
import { withFile } from "./with-file";

/** Prints a ruleset that the file keeps, as YAML to go on from. */
export async function infer(
  path: string,
  { read, lang }: { read: DialectOverrides; lang: Lang },
): Promise<ExitCode> {
  const bars = createBars({ lang }, { quiet: false });
  const summary = await withFile(path, async (file) => {
    const bar = bars.add(basename(path));
    try {
      return await validateFile({
        ...file,
        ruleset: null,
        overrides: read,
        keptPerCode: 0,
        stagingMemoryMb,
        onProgress: bar.checked,
        onFindings: () => {},
      });
    } finally {
      bar.done();
      bars.stop();
    }
  });
  const draft = draftRuleset({ ...summary.report, fileName: basename(path), rows: summary.rows });
  if (!draft) {
    const code = summary.codes["binary-file"] ? "binary-file" : "empty-file";
    throw new CommandError({ kind: "no-table", path, code });
  }
  process.stdout.write(draftYaml(draft, lang));
  return 0;
}
