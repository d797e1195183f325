import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { checkReport } from "@/core/report/check-report";
import { findingJsonLine } from "@/core/report/finding-lines";
import { frictionlessReport } from "@/core/report/frictionless-report";
import { githubAnnotation, githubNotice } from "@/core/report/github-annotation";
import { reportRemarks } from "@/core/report/report-remarks";
import { sarifReport } from "@/core/report/sarif-report";
import type { Lang } from "../settings";
import type { Checked, CheckFormat } from "./check";
import { checkTable } from "./check-table";

/** Prints what was found in a file to standard output. */
export async function printCheck(
  checked: Checked,
  { format, lang }: { format: CheckFormat; lang: Lang },
): Promise<void> {
  for await (const text of textOf(checked, format, lang))
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

async function* textOf(checked: Checked, format: CheckFormat, lang: Lang): AsyncGenerator<string, void> {
  const { findings, summary, bytes, path, kept } = checked;
  const remarks = reportRemarks(summary, lang);
  switch (format) {
    case "table":
      yield checkTable(checked, lang);
      return;
    case "json":
      yield `${JSON.stringify(checkReport(summary, findings, bytes), null, 2)}\n`;
      return;
    case "ndjson":
      for (const finding of findings) yield findingJsonLine(finding, lang);
      // The lines are findings alone.
      for (const remark of remarks) console.error(`facnet: ${remark}`);
      return;
    case "frictionless":
      yield* frictionlessReport({ ...summary, ...checked, kept: kept.length, place: path }, kept, lang);
      return;
    case "sarif": {
      const about = { uri: uriOf(path), version: await ownVersion(), locale: lang, remarks };
      const report = sarifReport(findings, about);
      yield `${JSON.stringify(report, null, 2)}\n`;
      return;
    }
    case "github":
      for (const finding of findings) yield `${githubAnnotation(finding, path, lang)}\n`;
      for (const remark of remarks) yield `${githubNotice(remark, path)}\n`;
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
