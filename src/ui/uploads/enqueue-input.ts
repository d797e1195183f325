import type { UploadChoice } from "./upload-state";

/** What a person chose, as the service takes it: nothing where nothing was chosen. */
export function enqueueInput({ rulesetId, priority, options, keepHours }: UploadChoice) {
  return {
    priority,
    ...(rulesetId ? { rulesetId } : {}),
    ...(options ? { options } : {}),
    ...(keepHours ? { keepHours } : {}),
  };
}
