import { parentPort, workerData } from "node:worker_threads";
import { byPlace } from "@/core/findings/by-place";
import { validateFile } from "@/core/validate-file";
import type { FromPreview, PreviewFinding, PreviewInput, PreviewResult } from "./preview-messages";

const mostFindings = 500;

async function preview(input: PreviewInput): Promise<PreviewResult> {
  const findings: PreviewFinding[] = [];
  const { rows, counts, report } = await validateFile({
    ...input,
    onProgress: () => {},
    onFindings: (batch) => {
      for (const { finding, affectedRows } of batch.slice(0, mostFindings - findings.length))
        findings.push({ ...finding, affectedRows });
    },
  });
  findings.sort(byPlace);
  return { rows, counts, findings, notRun: report.notRun };
}

if (parentPort) {
  const port = parentPort;
  const tell = (message: FromPreview) => port.postMessage(message);
  await preview(workerData).then(
    (result) => tell({ kind: "done", result }),
    // The name alone: an engine quotes cells in its messages.
    (error: unknown) => tell({ kind: "failed", name: error instanceof Error ? error.name : typeof error }),
  );
  port.close();
}
