import { serviceUrl } from "./service-url";

export interface Ended {
  runId: string;
  status: string;
  fileName: string;
  rows: number;
  report: { records: number; rowsRefused: number } | null;
  findings: { code: string; severity: string; row: number | null; message: string; remedy: string }[];
}

export const postBytes = (bytes: BodyInit, query: Record<string, string>) =>
  fetch(`${serviceUrl()}/api/validations?${new URLSearchParams(query)}`, { method: "POST", body: bytes });

/** Resolves when the run is final: its stream of events ends by itself. */
export async function runToEnd(runId: string, lang = "en"): Promise<Ended> {
  const at = `${serviceUrl()}/api/validations/${runId}`;
  await (await fetch(`${at}/events`)).text();
  const run = await (await fetch(at)).json();
  const { items } = await (await fetch(`${at}/findings?lang=${lang}`)).json();
  return { ...run, findings: items };
}

/** Submits bytes as a raw body and waits for the end of the run. */
export async function submitBytes(bytes: BodyInit, query: Record<string, string> = {}): Promise<Ended> {
  const answer = await postBytes(bytes, { fileName: "bad.csv", ...query });
  if (answer.status !== 202) throw new Error(`${answer.status}: ${await answer.text()}`);
  const { validationId }: { validationId: string } = await answer.json();
  return runToEnd(validationId);
}
