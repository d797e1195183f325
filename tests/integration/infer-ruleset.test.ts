import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { parse } from "yaml";
import { GET as draftDoor } from "@/app/api/validations/[id]/draft-ruleset/route";
import { parseRuleset } from "@/core/schema/ruleset";
import { type KeptFinding, validateFile } from "@/core/validate-file";
import { claimRun } from "@/db/claim-run";
import { closeDb, db } from "@/db/client";
import { copyFindings } from "@/db/copy-findings";
import { finishRun } from "@/db/finish-run";
import { renderView } from "@/server/http/render-view";
import { exportFindings } from "@/services/export-findings";
import { inferRuleset } from "@/services/infer-ruleset";
import { listRuns } from "@/services/list-runs";
import { saveRuleset } from "@/services/save-ruleset";
import { makeRun } from "./make-run";

const ctx = { actor: { ownerId: "local", name: "local" } };
const host = { host: "127.0.0.1:3000" };
const secret = "TREM04121925";
const content = `id;Patient;paid\n1;${secret};3,5\n2;${secret};4\n3;${secret};\n`;

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "draft-"));
});
beforeEach(async () => {
  await db().validationRun.deleteMany();
  await db().storedFile.deleteMany();
});
afterAll(async () => {
  await closeDb();
  await rm(dir, { recursive: true, force: true });
});

/** Completes a run with what the core says of `content`. */
async function completed(ruleset: Parameters<typeof validateFile>[0]["ruleset"] = null) {
  const { runId } = await makeRun();
  const path = join(dir, "claims.csv");
  await writeFile(path, content);
  const findings: KeptFinding[] = [];
  const summary = await validateFile({
    path,
    bytes: Buffer.byteLength(content),
    ruleset,
    scratchDir: dir,
    keptPerCode: 10,
    stagingMemoryMb: 64,
    onProgress() {},
    onFindings: (batch) => {
      findings.push(...batch);
    },
  });
  const claimed = await claimRun({ runId, attempt: 1 });
  if (!claimed) throw new Error("not claimed");
  await copyFindings({ runId, claim: claimed.claim, findings });
  const snapshot = await finishRun({ runId, claim: claimed.claim, summary });
  return { runId, snapshot };
}

const ask = (id: string, query = "") =>
  draftDoor(
    new Request(`http://127.0.0.1:3000/api/validations/${id}/draft-ruleset${query}`, { headers: host }),
    {
      params: Promise.resolve({ id }),
    },
  );

it("gives the draft of a completed run as a YAML file that can be saved as it is", async () => {
  const { runId } = await completed();
  const response = await ask(runId, "?lang=fr");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="claims.yaml"');
  const yaml = await response.text();
  expect(yaml).toContain("Une ébauche");
  expect(parseRuleset(parse(yaml))).toMatchObject({ id: "claims", schema: { primaryKey: "id" } });
  expect(await saveRuleset({ ctx, input: { document: yaml } })).toMatchObject({ id: "claims" });
});

it("has no draft of a run that is not done, and shows none to a stranger", async () => {
  const { runId: waiting } = await makeRun();
  expect((await ask(waiting)).status).toBe(409);
  const { runId } = await completed();
  const stranger = { actor: { ownerId: "stranger", name: "stranger" } };
  await expect(inferRuleset({ ctx: stranger, input: { runId, lang: "en" } })).rejects.toMatchObject({
    code: "not-found",
  });
});

it("keeps the frequent cells of a column in the run's report and nowhere else", async () => {
  const { runId, snapshot } = await completed();
  const row = await db().validationRun.findUniqueOrThrow({ where: { id: runId } });
  expect(JSON.stringify(row.report)).toContain(secret);
  expect(
    JSON.stringify({ ...row, report: null }, (_, value) =>
      typeof value === "bigint" ? Number(value) : value,
    ),
  ).not.toContain(secret);
  expect(JSON.stringify(snapshot)).not.toContain(secret);
  expect(JSON.stringify(await listRuns({ ctx, input: { limit: 50 } }))).not.toContain(secret);
  expect(await db().validationLog.count()).toBe(0);
});

it("tells a rule's stored findings as they were meant, whatever the ruleset says later", async () => {
  const document = (message: string) => ({
    id: "with-rule",
    title: "With a rule",
    schema: {
      fields: [
        { name: "id", type: "integer" },
        { name: "Patient" },
        { name: "paid", type: "number", decimalChar: "," },
      ],
    },
    rules: [
      {
        id: "paid-enough",
        kind: "row",
        check: "paid > 3.75",
        message: { en: message, fr: `${message} (fr)` },
      },
    ],
  });
  const old = document("Only {paid} was paid.");
  await saveRuleset({ ctx, input: { document: old } });
  const { runId } = await completed(parseRuleset(old));
  const { version } = await saveRuleset({ ctx, input: { document: document("Another text.") } });
  expect(version).toBe(2);
  const told: string[] = [];
  for await (const finding of await exportFindings({ ctx, input: { runId } }))
    told.push(renderView(finding, "en").message, renderView(finding, "fr").message);
  expect(told).toEqual(["Only 3,5 was paid.", "Only 3,5 was paid. (fr)"]);
});
