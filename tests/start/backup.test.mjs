import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { freePort } from "../service/free-port.mjs";
import { root } from "../service/program.mjs";
import { runOf, runWhen, submit } from "./runs.mjs";
import { newDataDir, startProgram, startService } from "./service.mjs";

const minutes = 60_000;

/** Runs an operator's command on a data folder with its embedded database, as npm does. */
function command(t, name, args, dataDir) {
  return startProgram(t, ["--import", "tsx", join(root, "scripts", `${name}.ts`), ...args], {
    DATA_DIR: dataDir,
  });
}

test("the embedded database is backed up while the service runs, and restored into a new data folder", {
  timeout: 6 * minutes,
}, async (t) => {
  const [dataDir, elsewhere, folder] = [newDataDir(t), newDataDir(t), newDataDir(t)];
  const backup = join(folder, "backup");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const first = startService(t, { dataDir, port });
  await first.printed(/^Ready: /m);
  const id = await submit(url, "id,name\n1,x\n2,3,4\n");
  const before = await runWhen(url, id, ({ status, fileKept }) => status === "completed" && !fileKept);

  const made = command(t, "backup", ["--to", backup], dataDir);
  assert.equal(await made.ended, 0, made.output());
  assert.match(made.output(), /rows of \d+ tables and 0 files are in/);
  const refused = command(t, "restore", ["--from", backup], dataDir);
  assert.equal(await refused.ended, 1);
  assert.match(refused.output(), /already runs with this data folder/);
  first.child.kill("SIGINT");
  assert.equal(await first.ended, 0, first.output());

  const restored = command(t, "restore", ["--from", backup], elsewhere);
  assert.equal(await restored.ended, 0, restored.output());
  const second = startService(t, { dataDir: elsewhere, port });
  await second.printed(/^Ready: /m);
  assert.deepEqual(await runOf(url, id), before);

  // Stopped, it is backed up too: the command runs the database meanwhile.
  second.child.kill("SIGINT");
  assert.equal(await second.ended, 0, second.output());
  const again = command(t, "backup", ["--to", join(folder, "stopped")], elsewhere);
  assert.equal(await again.ended, 0, again.output());
});
