import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { serviceUrl } from "./service-url";

/** Submits a file by plain HTTP, where the test is not about uploading; resolves to the run's id. */
export async function submitFile(path: string, options: Record<string, string> = {}): Promise<string> {
  const query = new URLSearchParams({ fileName: basename(path), ...options });
  const answer = await fetch(`${serviceUrl()}/api/validations?${query}`, {
    method: "POST",
    headers: { "content-type": "text/csv" },
    body: await openAsBlob(path),
  });
  if (answer.status !== 202) throw new Error(`${answer.status}: ${await answer.text()}`);
  const { validationId }: { validationId: string } = await answer.json();
  return validationId;
}
