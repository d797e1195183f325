/** Commands and code to copy, for the address at which this page was read. */
export function examples(origin: string) {
  return {
    curl: `curl -F file=@claims.csv -F ruleset=my-ruleset ${origin}/api/validations
# 202 {"validationId":"…","status":"queued","jobId":"…"}

curl -N ${origin}/api/validations/$ID/events
curl "${origin}/api/validations/$ID/findings?format=csv" -o findings.csv
curl "${origin}/api/validations/$ID/report?format=frictionless" -o report.json
curl "${origin}/api/validations/$ID/rows?part=faulty" -o to-mend.csv`,
    trpc: `import { createTRPCClient, httpBatchLink } from "@trpc/client";
import type { AppRouter } from "./src/server/app-router";

const client = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: "${origin}/api/trpc" })],
});
const { items } = await client.runs.list.query({ limit: 10 });`,
    cli: `facnet submit claims.csv --ruleset my-ruleset
facnet submit claims.csv --json > findings.json
facnet check claims.csv --faulty-rows to-mend.csv --sound-rows to-send.csv`,
    token: `curl -H "Authorization: Bearer $ACCESS_TOKEN" ${origin}/api/validations`,
  };
}
