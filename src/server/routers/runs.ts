import { tracked } from "@trpc/server";
import { cancelRun } from "@/services/cancel-run";
import { listCompareChoices } from "@/services/compare-choices";
import { compareRuns } from "@/services/compare-runs";
import { deleteRun } from "@/services/delete-run";
import { enqueueRun } from "@/services/enqueue-run";
import { getRun } from "@/services/get-run";
import { inferRuleset } from "@/services/infer-ruleset";
import {
  CompareRunsInput,
  DraftRulesetInput,
  EnqueueInput,
  FindingId,
  ListFindingsInput,
  ListRunsInput,
  RunId,
  WatchRunInput,
  WatchRunsInput,
} from "@/services/inputs";
import { listAffectedRows } from "@/services/list-affected-rows";
import { listDays } from "@/services/list-days";
import { listFindings } from "@/services/list-findings";
import { listLogs } from "@/services/list-logs";
import { listRuns } from "@/services/list-runs";
import { listTotals } from "@/services/list-totals";
import { retryRun } from "@/services/retry-run";
import { watchRun } from "@/services/watch-run";
import { watchRuns } from "@/services/watch-runs";
import { procedure, router } from "../trpc";

export const runsRouter = router({
  enqueue: procedure.input(EnqueueInput).mutation((call) => enqueueRun(call)),
  get: procedure.input(RunId).query((call) => getRun(call)),
  list: procedure.input(ListRunsInput).query((call) => listRuns(call)),
  findings: procedure.input(ListFindingsInput).query((call) => listFindings(call)),
  affectedRows: procedure.input(FindingId).query((call) => listAffectedRows(call)),
  days: procedure.input(RunId).query((call) => listDays(call)),
  totals: procedure.input(RunId).query((call) => listTotals(call)),
  draftRuleset: procedure.input(DraftRulesetInput).query((call) => inferRuleset(call)),
  compare: procedure.input(CompareRunsInput).query((call) => compareRuns(call)),
  compareChoices: procedure.input(RunId).query((call) => listCompareChoices(call)),
  logs: procedure.input(RunId).query((call) => listLogs(call)),
  cancel: procedure.input(RunId).mutation((call) => cancelRun(call)),
  retry: procedure.input(RunId).mutation((call) => retryRun(call)),
  delete: procedure.input(RunId).mutation((call) => deleteRun(call)),

  /** One run, live: each event's id is the revision; ends when the run is final. */
  watch: procedure.input(WatchRunInput).subscription(async function* ({ ctx, input, signal }) {
    for await (const event of watchRun({ ctx: { ...ctx, signal }, input }))
      yield tracked(String(event.snapshot.revision), event);
  }),

  /** All of the owner's runs, live: a page first, then what changes. Never ends by itself. */
  watchAll: procedure.input(WatchRunsInput).subscription(async function* ({ ctx, input, signal }) {
    let sent = 0;
    for await (const event of watchRuns({ ctx: { ...ctx, signal }, input })) {
      sent += 1;
      yield tracked(String(sent), event);
    }
  }),
});
