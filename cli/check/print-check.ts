import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { checkReport } from "@/core/report/check-report";
import { findingJsonLine } from "@/core/report/finding-lines";
import { githubAnnotation } from "@/core/report/github-annotation";
import { sarifReport } from "@/core/report/sarif-report";
import type { Lang } from "../settings";
import type { Checked, CheckFormat } from "./check";
import { checkTable } from "./check-table";

/** Prints what was found in a file to standard output. */
export async function printCheck(
  checked: Checked,
  { format, lang }: { format: CheckFormat; lang: Lang },
): Promise<void> {
  for (const text of await textOf(checked, format, lang))
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

async function textOf(checked: Checked, format: CheckFormat, lang: Lang): Promise<string[]> {
  const { findings, summary, bytes, path } = checked;
  switch (format) {
    case "table":
      return [checkTable(checked, lang)];
    case "json":
      return [`${JSON.stringify(checkReport(summary, findings, bytes), null, 2)}\n`];
    case "ndjson":
      return findings.map((finding) => findingJsonLine(finding, lang));
    case "sarif": {
      const report = sarifReport(findings, { uri: uriOf(path), version: await ownVersion(), locale: lang });
      return [`${JSON.stringify(report, null, 2)}\n`];
    }
    case "github":
      return findings.map((finding) => `${githubAnnotation(finding, path, lang)}\n`);
  }
}

/** Relative as it was given, so that a code host finds the file in its repository. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(sep).map(encodeURIComponent).join("/");
}

async function ownVersion(): Promise<string> {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
