import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type pg from "pg";
import { type Service, startService } from "../tests/service/start-service.mjs";
import { canary, canaryFile, cells, label, ruleset } from "./canary";
import { dropFile } from "./drop-file";
import { listenToStream } from "./listen-to-stream";
import { dumpTables, openDatabase } from "./service-database";
import { type OwnRedis, startRedis } from "./start-redis";

/** Where findings live, the only tables that may hold a cell; the frequent cells of a column are in a run's report too. */
const ofFindings = ["public.validation_results", "public.validation_rows"];
/** Where the header's labels may be as well: the report on columns and the totals per column. */
const ofLabels = [...ofFindings, "public.validation_runs", "public.validation_totals"];

for (const queue of ["Postgres", "Redis"]) {
  test.describe(`with the queue on ${queue}`, () => {
    let redis: OwnRedis | undefined;
    let service: Service;
    let database: pg.Client;
    const asked: string[] = [];

    test.beforeAll(async () => {
      redis = queue === "Redis" ? await startRedis() : undefined;
      service = await startService({
        LOG_LEVEL: "trace",
        FAILED_FILE_HOURS: "0",
        ...(redis ? { REDIS_URL: redis.url } : {}),
      });
      database = await openDatabase(service.dataDir);
      const saved = await trpc("rulesets.save", { document: ruleset });
      expect(saved.status).toBe(200);
    });
    test.afterAll(async () => {
      await database.end();
      await service.stop();
      await redis?.stop();
    });
    test.beforeEach(({ page }) => {
      page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
    });
    test.afterEach(expectNoCellOutside);

    const at = (path: string) => `${service.url}${path}`;
    const read = async (path: string) => (await fetch(at(path))).text();
    const trpc = (procedure: string, input: unknown) =>
      fetch(at(`/api/trpc/${procedure}`), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      });
    const query = (procedure: string, input: unknown) =>
      read(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`);
    const submit = async (rows: number) => {
      const body = canaryFile(rows);
      const path = `/api/validations?fileName=canary.csv&ruleset=${ruleset.id}`;
      const { validationId } = await (await fetch(at(path), { method: "POST", body })).json();
      return String(validationId);
    };
    const runOf = async (runId: string) => JSON.parse(await read(`/api/validations/${runId}`));

    /** The rule of this whole file, asked after each test: every place but the findings is free of cells. */
    async function expectNoCellOutside(): Promise<void> {
      for (const [table, text] of await dumpTables(database)) {
        const rest =
          table === "public.validation_runs" ? text.split("\n").map(withoutReport).join("\n") : text;
        if (!ofFindings.includes(table)) expect(rest, table).not.toContain(canary);
        if (!ofLabels.includes(table)) expect(text, table).not.toContain(label);
      }
      const places: Record<string, string> = {
        "what web and worker print": service.output(),
        "the database server's log": await readFile(join(service.dataDir, "postgres.log"), "utf8"),
        "the addresses that the browser asked for": asked.join("\n"),
        "/api/health": await read("/api/health"),
        "the list of runs": await read("/api/validations"),
        ...(redis ? { "commands to Redis": redis.heard(), "keys of Redis": await redis.dump() } : {}),
      };
      for (const [place, text] of Object.entries(places)) {
        expect(text, place).not.toContain(canary);
        expect(text, place).not.toContain(label);
      }
    }

    /** After a run's end the bytes are gone, and the scratch folder with them. */
    async function expectNoBytesLeft(): Promise<void> {
      for (const folder of ["files", "scratch"])
        await expect.poll(() => readdir(join(service.dataDir, folder))).toEqual([]);
    }

    test("a completed run has its cells in the findings and nowhere else", async ({ page }, info) => {
      const path = info.outputPath("canary.csv");
      await writeFile(path, canaryFile());
      const all = await listenToStream(at(`/api/trpc/runs.watchAll?input=${encodeURIComponent("{}")}`));
      await page.goto(at("/"));
      await page.getByLabel("Check against").selectOption(ruleset.id);
      await dropFile(page, path);
      await page.getByTestId("runs").getByRole("link", { name: "canary.csv" }).click();
      await expect(page.getByTestId("verdict")).toContainText("Not yet");
      const runId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
      await lookAtFindings(page);
      await expectNoBytesLeft();

      const findings = await read(`/api/validations/${runId}/findings?format=ndjson`);
      const { clean, refused, ...kept } = cells;
      for (const cell of Object.values(kept)) expect(findings).toContain(cell);
      expect(findings).toContain(label);
      expect(findings).toContain("bad-quote");
      const tables = await dumpTables(database);
      for (const table of ofFindings) expect(tables.get(table), table).toContain(canary);
      for (const [table, text] of tables)
        for (const cell of [clean, refused]) expect(text, table).not.toContain(cell);

      expect(snapshotsOf(await read(`/api/validations/${runId}/events`))).not.toContain(canary);
      await expect.poll(all.text).toContain('"completed"');
      await all.stop();
      expect(all.text()).toContain(runId);
      expect(all.text()).not.toContain(canary);
      for (const procedure of ["runs.get", "runs.logs", "runs.totals"])
        expect(withoutReport(await query(procedure, { runId })), procedure).not.toContain(canary);
      expect(tables.get("public.validation_runs")).toContain(cells.key);
      expect(await query("runs.logs", { runId })).not.toContain(label);
      expect(await query("runs.list", {})).not.toContain(canary);
    });

    test("a run that fails because the database quotes its cells has them nowhere", async () => {
      await read(`/api/validations/${await submit(1)}/events`);
      await database.query("ALTER TABLE validation_rows ADD CONSTRAINT refused CHECK (row <> 2) NOT VALID");
      try {
        const refusal = database.query("UPDATE validation_rows SET row = row WHERE row = 2");
        await expect(refusal).rejects.toMatchObject({ detail: expect.stringContaining(cells.type) });
        const runId = await submit(1);
        await read(`/api/validations/${runId}/events`);
        expect(await runOf(runId)).toMatchObject({ status: "failed", attempt: 3, errorCode: "database" });
        expect(await query("runs.logs", { runId })).toContain("23514"); // the constraint, and no other fault
        expect(service.output()).toContain("an attempt failed");
      } finally {
        await database.query("ALTER TABLE validation_rows DROP CONSTRAINT refused");
      }
      await expectNoBytesLeft();
    });

    test("a run cancelled in mid-run leaves its cells in the findings alone", async () => {
      const runId = await submit(900_000);
      await expect.poll(async () => (await runOf(runId)).rows).toBeGreaterThan(0);
      await expectNoCellOutside();
      await trpc("runs.cancel", { runId });
      expect((await runOf(runId)).status).toBe("cancelled");
      await expectNoBytesLeft();
    });

    test("no refusal repeats what was sent", async () => {
      const file = new File([canaryFile()], "canary.csv");
      const form = (fields: Record<string, string>) => {
        const data = new FormData();
        data.set("file", file);
        for (const [name, value] of Object.entries(fields)) data.set(name, value);
        return fetch(at("/api/validations"), { method: "POST", body: data });
      };
      const cut = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${canary},`;
      const asForm = { "content-type": "multipart/form-data; boundary=x" };
      const asJson = { "content-type": "application/json" };
      const post = (path: string, body: string, headers: Record<string, string>) =>
        fetch(at(path), { method: "POST", body, headers });
      const refusals = await Promise.all([
        form({ ruleset: "none" }),
        form({ delimiter: canary }),
        form({ keepHours: canary }),
        form({ text: canary }),
        post("/api/validations", cut, asForm),
        post("/api/validations", canaryFile(), {}),
        post("/api/trpc/runs.enqueue", `{"fileId":"${canary}"`, asJson),
        post("/api/trpc/runs.enqueue", `{"fileId":"${canary}"}`, asJson),
        post("/api/trpc/rulesets.save", `{"document":"a: [${canary}"}`, asJson),
        post("/api/session", `{"token":${canary}}`, asJson),
      ]);
      for (const refusal of refusals) {
        expect([400, 404]).toContain(refusal.status);
        expect(await refusal.text(), refusal.url).not.toContain(canary);
      }
      await expectNoBytesLeft();
    });
  });
}

/** A row or an answer but for the report, which names the cells that a column has most often. */
function withoutReport(json: string): string {
  if (json === "") return "";
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => (key === "report" ? null : value));
}

/** Walks through what a person looks at, so that every address of the page is asked for. */
async function lookAtFindings(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Findings" }).click();
  const table = page.getByRole("table", { name: "Findings" });
  const filters = page.getByRole("search").getByRole("combobox");
  for (const code of ["type-error", "primary-key", "extra-cell"]) {
    await filters.nth(1).selectOption(code);
    await table
      .getByRole("button", { name: /^Details of the finding/ })
      .first()
      .click();
    await expect(page.getByTestId("finding-detail")).toContainText(canary);
  }
  for (const tab of ["Columns", "Log"]) await page.getByRole("tab", { name: tab }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download findings as CSV" }).click();
  expect(await readFile(await (await download).path(), "utf8")).toContain(canary);
}

/** What a stream of one run says but for the findings that travel with it. */
function snapshotsOf(stream: string): string {
  const events = [...stream.matchAll(/^data: (.+)$/gm)].map(([, data]) => JSON.parse(data ?? "null"));
  expect(JSON.stringify(events)).toContain(canary);
  return JSON.stringify(events.map(({ findings: _, report: __, ...rest }) => rest));
}
