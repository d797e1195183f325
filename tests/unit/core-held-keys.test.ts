import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findAbsent } from "../../src/core/staging/absent-keys";
import { absentOfHeld, repeatsOfHeld } from "../../src/core/staging/held-keys";
import { writeKey } from "../../src/core/staging/key-text";
import { makeLine } from "../../src/core/staging/line-bytes";
import { makeStaging } from "../../src/core/staging/open-staging";
import { findRepeats, type Repeats } from "../../src/core/staging/repeated-keys";
import { openShardFiles } from "../../src/core/staging/shard-files";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "held-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const odd = ["", "\\N", "\\", "a\tb", "a\nb", "a b", "é", "e\u0301", "\ud800", "\udc00", "\u0000", "'", '"'];
const long = "x".repeat(1100);

function filesOf(name: string, keys: readonly (readonly string[])[]) {
  const files = openShardFiles({ dir, name, inputBytes: 100, sets: 1 });
  const line = makeLine();
  keys.forEach((parts, i) => {
    line.begin();
    writeKey(line, parts);
    const hash = line.hash();
    line.tab();
    line.integer(i + 2);
    files.add(line, hash);
  });
  return files;
}

function heldIn(files: ReturnType<typeof filesOf>): Uint8Array {
  const held = files.held();
  if (!held) throw new Error("a file was written");
  return held.slice();
}

async function listed(found: Repeats) {
  const rows: number[] = [];
  await found.each((some) => void rows.push(...some));
  return {
    count: found.count,
    first: await found.first(5),
    all: await found.first(1000),
    rows: rows.sort((a, b) => a - b),
  };
}

const keys = [
  ...odd.map((text) => [text]),
  ["a", "b"],
  ["ab"],
  [long],
  ...odd.map((text) => [text]),
  ["b", "a"],
  ["a", "b"],
  [`${long}y`],
  [long],
  [""],
];
const onLoaded = async () => {};

test("few keys are searched in memory, without a file, and the finds are those of the database", async () => {
  const files = filesOf("key", keys);
  const inMemory = await listed(repeatsOfHeld(heldIn(files)));
  expect(await readdir(dir)).toEqual([]);
  const staging = makeStaging({ dir, memoryMb: 64 });
  try {
    const [lane] = staging.lanes;
    if (!lane) throw new Error("there is no lane");
    const shards = files.finish();
    const found = await findRepeats({ staging: await lane(), table: "repeats", shards, onLoaded });
    expect(inMemory).toEqual(await listed(found));
  } finally {
    await staging.close();
  }
  expect(inMemory.count).toBeGreaterThan(odd.length);
});

test("few references are looked up in memory, and those that lead nowhere are those of the database", async () => {
  const from = filesOf("from", [...keys, ["nowhere"], ["\\\\N"]]);
  const to = filesOf("to", [[""], ["\\N"], ["a", "b"], ["é"], [long], ["'"]]);
  const inMemory = await listed(absentOfHeld(heldIn(from), heldIn(to)));
  const staging = makeStaging({ dir, memoryMb: 64 });
  try {
    const [lane] = staging.lanes;
    if (!lane) throw new Error("there is no lane");
    const sides = { from: from.finish(), to: to.finish() };
    const found = await findAbsent({ staging: await lane(), table: "absent", ...sides, onLoaded });
    expect(inMemory).toEqual(await listed(found));
  } finally {
    await staging.close();
  }
  expect(inMemory.count).toBeGreaterThan(0);
});

test("keys that a buffer does not hold go to files", () => {
  const files = filesOf(
    "many",
    Array.from({ length: 10_000 }, (_, i) => [`key ${i}`]),
  );
  expect(files.held()).toBeNull();
  files.close();
});
