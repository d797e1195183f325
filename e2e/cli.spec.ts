import { writeFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { runCli, startCli } from "./run-cli";
import { bigFile, contacts } from "./sample-files";
import { serviceUrl } from "./service-url";

const oneLine = /^facnet: [^\n]+\n$/;

test("a valid file ends with 0 and a sentence that says so", async () => {
  const path = test.info().outputPath("valid.csv");
  await writeFile(path, "name,age\nAda,36\nGrace,85\n");
  const { code, stdout, stderr } = await runCli("submit", path);
  expect(stderr).toBe("");
  expect(stdout).toContain("valid.csv: valid:");
  expect(code).toBe(0);
});

test("findings of severity error end with 1, and each has its row and column", async () => {
  const { code, stdout } = await runCli("submit", contacts.faulty, "--ruleset", contacts.ruleset);
  expect(stdout).toMatch(/Row\s.*Line\s.*Column\s.*Severity\s.*Message/);
  expect(stdout).toContain("error");
  expect(stdout).toContain("not valid:");
  expect(code).toBe(1);
});

test("a ruleset file is stored and used, and --json gives run, totals and findings on one line", async () => {
  const path = test.info().outputPath("typed.csv");
  const ruleset = test.info().outputPath("typed.json");
  await writeFile(path, "id,age\n1,36\n2,old\n");
  const schema = {
    fields: [
      { name: "id", type: "integer" },
      { name: "age", type: "integer" },
    ],
    primaryKey: "id",
  };
  await writeFile(ruleset, JSON.stringify({ id: "e2e-typed", title: "Typed", schema }));
  const { code, stdout } = await runCli("submit", path, "--ruleset", ruleset, "--json");
  expect(stdout.trimEnd().split("\n")).toHaveLength(1);
  const { run, totals, findings } = JSON.parse(stdout);
  expect(run).toMatchObject({ status: "completed", rulesetId: "e2e-typed", counts: { error: 1 } });
  expect(totals).toHaveLength(1);
  expect(findings).toMatchObject([
    { code: "type-error", row: 3, column: 2, field: "age", severity: "error" },
  ]);
  expect(code).toBe(1);
});

test("messages come in French when asked", async () => {
  const { stdout } = await runCli("submit", contacts.faulty, "--ruleset", contacts.ruleset, "--lang", "fr");
  expect(stdout).toContain("non valide :");
});

test("the findings of a run are printed again as a table, JSON, NDJSON and CSV", async () => {
  const submitted = await runCli("submit", contacts.faulty, "--ruleset", contacts.ruleset, "--json");
  const { run, findings } = JSON.parse(submitted.stdout);
  const [table, json, ndjson, csv] = await Promise.all(
    ["table", "json", "ndjson", "csv"].map((format) => runCli("findings", run.runId, "--format", format)),
  );
  expect(table?.stdout).toContain("Message");
  expect(JSON.parse(json?.stdout ?? "")).toHaveLength(findings.length);
  expect(ndjson?.stdout.trimEnd().split("\n")).toHaveLength(findings.length);
  expect(csv?.stdout.split("\r\n")[0]).toContain("severity,code,row,line,column");
  const { code, stdout } = await runCli("watch", run.runId);
  expect(stdout).toContain("not valid:");
  expect(code).toBe(1);
});

test("runs and rulesets are listed", async () => {
  const rulesets = await runCli("rulesets");
  expect(rulesets).toMatchObject({ code: 0, stderr: "" });
  expect(rulesets.stdout).toContain(contacts.ruleset);
  const runs = await runCli("runs", "--json", "--limit", "1");
  expect(JSON.parse(runs.stdout)).toHaveProperty("runId");
});

for (const [what, args] of [
  ["a file that is not there", ["submit", "no-such-file.csv"]],
  ["an unknown option", ["submit", contacts.faulty, "--colour", "red"]],
  ["an unknown encoding", ["submit", contacts.faulty, "--encoding", "ebcdic"]],
  ["a delimiter that is none", ["submit", contacts.faulty, "--delimiter", "x"]],
  ["an unknown command", ["frobnicate"]],
  ["no file at all", ["submit"]],
  ["a ruleset that is not stored", ["submit", contacts.faulty, "--ruleset", "no-such-ruleset"]],
  ["a run that is not there", ["watch", "00000000-0000-4000-8000-000000000000"]],
  ["an address where nothing listens", ["runs", "--url", "http://127.0.0.1:1023"]],
  ["an address that is none", ["runs", "--url", "nowhere"]],
] as const) {
  test(`${what} ends with 2 and one line`, async () => {
    const { code, stdout, stderr } = await runCli(...args);
    expect(stderr).not.toContain("fetch failed");
    expect(stderr).toMatch(oneLine);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
}

test("Ctrl-C leaves the run going, prints its id and ends with 130", async () => {
  const path = await bigFile(test.info().outputPath("interrupted.csv"));
  const { child, ended } = startCli(["submit", path]);
  const listed = async (): Promise<{ runId: string; status: string } | undefined> => {
    const { items } = await (await fetch(`${serviceUrl()}/api/validations?search=interrupted.csv`)).json();
    return items[0];
  };
  await expect.poll(async () => (await listed())?.status).toBe("processing");
  child.kill("SIGINT");
  const { code, stderr } = await ended;
  expect(code).toBe(130);
  const run = await listed();
  expect(stderr).toContain(String(run?.runId));
  await expect.poll(async () => (await listed())?.status).toBe("completed");
});
