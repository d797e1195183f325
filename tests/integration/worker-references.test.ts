import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { closeDb } from "@/db/client";
import { findRun } from "@/db/find-run";
import { insertFile } from "@/db/insert-file";
import { listFindings } from "@/db/list-findings";
import { env } from "@/env";
import { producer } from "@/queue/producer";
import { enqueueRun } from "@/services/enqueue-run";
import { saveRuleset } from "@/services/save-ruleset";
import { storage } from "@/storage/storage";
import { startWorker } from "../../worker/start-worker";

vi.setConfig({ testTimeout: 90_000 });

const ownerId = "local";
const ctx = { actor: { ownerId, name: "test" } };
const document = `id: visits
title: Visits
schema:
  fields:
    - { name: visit, type: integer }
    - { name: code, type: string }
    - { name: doctor, type: string }
    - { name: amount, type: number }
  foreignKeys: [{ fields: [doctor], reference: { resource: doctors, fields: [id] } }]
references:
  - { name: prices, path: prices.csv, key: [code], schema: { fields: [{ name: code }, { name: price, type: number }] } }
  - { name: doctors, path: doctors.csv, schema: { primaryKey: id, fields: [{ name: id }] } }
rules:
  - id: price
    kind: reference
    table: prices
    key: [code]
    check: amount <= entry.price
    message: { en: "{amount} where the list has {entry.price}." }
    unknown: { en: "{code} is not in the list." }
`;
const prices = "code,price\n0001,10\n0002,20\n";
const doctors = "id\nRoy\n";
const visits = "visit,code,doctor,amount\n1,0001,Roy,12\n2,0002,Roy,20\n3,0009,Gagnon,5\n";

let worker: Awaited<ReturnType<typeof startWorker>>;
beforeAll(async () => {
  await saveRuleset({ ctx, input: { document, tables: { "prices.csv": prices, "doctors.csv": doctors } } });
  worker = await startWorker();
});
afterAll(async () => {
  await worker.close(0);
  await producer().close();
  await closeDb();
});
const folder = () => readdir(join(env().DATA_DIR, "references"));
const known: string[] = [];
afterEach(async () => {
  known.splice(0, known.length, ...(await folder()));
});

async function findingsOf(rulesetVersion: number) {
  const saved = await storage().save(Readable.from([Buffer.from(visits)]), { maxBytes: 1e6 });
  const { id: fileId } = await insertFile({
    ownerId,
    name: "visits.csv",
    storageKey: saved.key,
    bytes: saved.bytes,
    sha256: saved.sha256,
  });
  const { validationId: runId } = await enqueueRun({
    ctx,
    input: { fileId, rulesetId: "visits", rulesetVersion },
  });
  const ended = async () => expect((await findRun({ ownerId, runId }))?.status).toBe("completed");
  await vi.waitFor(ended, { timeout: 60_000, interval: 50 });
  const run = await findRun({ ownerId, runId });
  expect(run?.report?.notRun).toEqual([]);
  const { items } = await listFindings({ ownerId, runId, limit: 50 });
  return items.map(({ code, row }) => `${code} ${row}`).sort();
}

it("a run looks its rows up in the tables of its own version, however many come after", async () => {
  expect(await findingsOf(1)).toEqual(["foreign-key 4", "price 2", "price 4"]);
  const tables = { "prices.csv": `${prices.replace(",10", ",12")}0009,5\n` };
  expect(await saveRuleset({ ctx, input: { document, tables } })).toMatchObject({ version: 2 });
  expect(await findingsOf(2)).toEqual(["foreign-key 4"]);
  expect(await findingsOf(1)).toEqual(["foreign-key 4", "price 2", "price 4"]);
});

it("each content lies once on the worker's disk", async () => {
  expect(known).toHaveLength(3);
  await findingsOf(2);
  expect((await folder()).sort()).toEqual([...known].sort());
});
