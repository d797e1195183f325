import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { renderFinding } from "@/core/findings/render-finding";
import { appErrorCodes } from "@/errors";
import { authorization, createClient } from "./client";
import { CommandError, type Failure } from "./command-error";
import { findingsTable, readFindings } from "./print-findings";
import { printMoney } from "./print-money";
import type { Settings } from "./settings";
import type { ExitCode } from "./verdict";

export const findingFormats = ["table", "json", "ndjson", "csv"] as const;
const Refusal = z.object({ code: z.enum(appErrorCodes), detail: z.string() });
export type FindingFormat = (typeof findingFormats)[number];

/** Prints every kept finding of a run, or of a batch, with its sentences. NDJSON and CSV flow through as the service writes them. */
export async function findings(settings: Settings, runId: string, format: FindingFormat): Promise<ExitCode> {
  const { lang } = settings;
  if (format === "table" || format === "json") {
    const client = createClient(settings);
    const all = await readFindings(client, runId, Number.POSITIVE_INFINITY);
    if (format === "json")
      console.log(JSON.stringify(all.map((finding) => ({ ...finding, ...renderFinding(finding, lang) }))));
    else if (all.length > 0) {
      console.log(findingsTable(all, lang));
      await printMoney(client, runId, lang);
    }
    return 0;
  }
  const ask = (kind: "validations" | "batches") =>
    fetch(`${settings.url}/api/${kind}/${encodeURIComponent(runId)}/findings?format=${format}&lang=${lang}`, {
      headers: authorization(settings),
    });
  const ofRun = await ask("validations");
  const ofBatch = ofRun.status === 404 ? await ask("batches") : null;
  const response = ofBatch?.ok ? ofBatch : ofRun;
  if (!response.ok || !response.body) throw new CommandError(await refusal(response));
  await pipeline(Readable.fromWeb(response.body as ReadableStream), process.stdout, { end: false });
  return 0;
}

async function refusal(response: Response): Promise<Failure> {
  const said = Refusal.safeParse(await response.json().catch(() => null));
  if (!said.success) return { kind: "service-fault", status: response.status };
  const { code, detail } = said.data;
  return { kind: "refused", what: "run", code, params: {}, said: detail };
}
