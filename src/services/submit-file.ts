import { traced } from "@/tracing";
import type { Call } from "./context";
import { enqueueRun } from "./enqueue-run";
import { getRuleset } from "./get-ruleset";
import type { EnqueueOptions } from "./inputs";
import type { EnqueuedRun } from "./push-job";
import { type UploadInput, uploadFile } from "./upload-file";

export interface SubmitInput extends Omit<UploadInput, "confirm"> {
  /** Asked once the body is read, since a form's fields may follow its file. Throws when they are not valid. */
  options: () => Promise<EnqueueOptions>;
}

/** Uploads a file and enqueues its run in one step; a refused form keeps nothing. */
export function submitFile(call: Call<SubmitInput>): Promise<EnqueuedRun> {
  return traced("runs.submit", {}, () => submit(call));
}

async function submit({ ctx, input }: Call<SubmitInput>): Promise<EnqueuedRun> {
  let options: EnqueueOptions = {};
  const confirm = async () => {
    options = await input.options();
    const { rulesetId: id, rulesetVersion: version } = options;
    if (id) await getRuleset({ ctx, input: { id, version } });
  };
  const { fileId } = await uploadFile({ ctx, input: { ...input, confirm } });
  return enqueueRun({ ctx, input: { ...options, fileId } });
}
