import { writeFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { runCli, startCli } from "./run-cli";
import { bigFile, contacts } from "./sample-files";
import { serviceUrl } from "./service-url";

async function soundFiles(count: number): Promise<string[]> {
  const paths = Array.from({ length: count }, (_, at) => test.info().outputPath(`sound-${at + 1}.csv`));
  for (const path of paths) await writeFile(path, "id,name\n1,a\n");
  return paths;
}

test("several files are one batch, with a line each in the order given, a verdict, and its exit code", async () => {
  const [first = "", second = ""] = await soundFiles(2);
  const short = test.info().outputPath("short.csv");
  await writeFile(short, "id,name\n1\n");
  const { code, stdout, stderr } = await runCli("submit", first, short, second);
  expect(stderr).toBe("");
  const told = stdout.split("\n").filter((line) => /valid/.test(line));
  expect(told.map((line) => line.replace(/:.*/, ""))).toEqual([
    "sound-1.csv",
    "short.csv",
    "sound-2.csv",
    "batch",
  ]);
  expect(told.at(-1)).toBe("batch: 2 of 3 files valid, 1 not valid (1 error).");
  expect(code).toBe(1);
});

test("--json ends with the batch, which can be followed and exported again", async () => {
  const files = [...(await soundFiles(2)), contacts.faulty];
  const { code, stdout } = await runCli("submit", ...files, "--ruleset", contacts.ruleset, "--json");
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(4);
  const { batch } = lines.at(-1);
  expect(batch).toMatchObject({ state: "finished", files: 3, expectedFiles: 3, missing: 0, round: 1 });
  expect(lines[2]).toMatchObject({ run: { batchId: batch.batchId }, totals: expect.anything() });
  expect(code).toBe(1);

  const again = await runCli("watch", batch.batchId, "--lang", "fr");
  expect(again.stdout).toContain("sound-1.csv");
  expect(again.stdout).toMatch(/lot : fichiers valides : 0 sur 3, non valides : 3/);
  expect(again.code).toBe(1);
  const byName = await runCli("batch", batch.batchId, "--json");
  expect(byName.stdout.trimEnd().split("\n")).toHaveLength(4);
  const csv = await runCli("findings", batch.batchId, "--format", "csv");
  expect(csv.stdout.split("\r\n")[0]).toContain("file,severity,code");
});

test("a batch, or one of several files, that is not there ends with 2 and one line", async () => {
  for (const args of [
    ["batch", "00000000-0000-4000-8000-000000000000"],
    ["submit", contacts.faulty, "none.csv"],
  ]) {
    const { code, stdout, stderr } = await runCli(...args);
    expect(stderr).toMatch(/^facnet: [^\n]+\n$/);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  }
});

test("Ctrl-C closes the batch with what has come and leaves that going", async ({ request }) => {
  const big = await bigFile(test.info().outputPath("going-on.csv"), 600_000);
  const { child, ended } = startCli(["submit", big, ...(await soundFiles(1))]);
  const newest = async () =>
    (await (await request.get(`${serviceUrl()}/api/batches?limit=1`)).json()).items[0];
  await expect.poll(async () => (await newest())?.processing).toBeGreaterThan(0);
  const { batchId } = await newest();
  child.kill("SIGINT");
  const { code, stderr } = await ended;
  expect(code).toBe(130);
  expect(stderr).toContain(`facnet watch ${batchId}`);
  const stands = async () =>
    (await (await request.get(`${serviceUrl()}/api/batches/${batchId}`)).json()).state;
  await expect.poll(stands).toBe("finished");
});
