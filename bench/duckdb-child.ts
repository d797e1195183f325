import { DuckDBInstance } from "@duckdb/node-api";
import { peakMegabytes } from "./peak-megabytes";

const columns =
  "{'id':'BIGINT','date':'DATE','code':'VARCHAR','name':'VARCHAR','amount':'DECIMAL(18,2)'," +
  "'units':'BIGINT','flag':'BOOLEAN','city':'VARCHAR','ref':'VARCHAR','note':'VARCHAR'}";

/** How many rows break each of the typed file's rules, as one would ask in SQL once the file is a table. */
const queries = {
  core: [
    "select count(distinct line) from reject_errors",
    "select count(*) from typed where id is null or length(code) > 8 or amount < 0",
  ],
  key: ["select coalesce(sum(n - 1), 0) from (select count(*) n from typed group by id having n > 1)"],
  sets: [
    "select count(*) from (select 1 from typed where units > 0 group by code, date having sum(amount) > 500000)",
    "select count(*) from typed where name = 'Name 1000' and city in (select city from typed group by city having count(distinct name) > 5)",
  ],
};
const asked = {
  core: queries.core,
  key: [...queries.core, ...queries.key],
  sets: [...queries.core, ...queries.key, ...queries.sets],
};

export type Asked = keyof typeof asked;

function isAsked(what: string): what is Asked {
  return Object.hasOwn(asked, what);
}

async function count(
  path: string,
  what: keyof typeof asked,
  threads: string,
): Promise<{ rows: number; found: number }> {
  const instance = await DuckDBInstance.create(":memory:", { threads });
  const connection = await instance.connect();
  await connection.run(
    `create table typed as from read_csv('${path.replaceAll("'", "''")}', auto_detect=false, header=true, delim=',', quote='"', columns=${columns}, store_rejects=true)`,
  );
  const number = async (query: string) => Number((await connection.runAndReadAll(query)).value(0, 0));
  let found = 0;
  for (const query of asked[what]) found += await number(query);
  const rows = await number(
    "select (select count(*) from typed) + (select count(distinct line) from reject_errors)",
  );
  connection.closeSync();
  instance.closeSync();
  return { rows, found };
}

// Run as a process of its own: duckdb-child.ts core|key|sets <path> <threads>
const [what = "", path = "", threads = "1"] = process.argv.slice(2);
if (!isAsked(what)) throw new Error(`unknown: ${what}`);
const [started, before] = [performance.now(), process.cpuUsage()];
const counted = await count(path, what, threads);
const { user, system } = process.cpuUsage(before);
const wall = (performance.now() - started) / 1000;
process.stdout.write(
  JSON.stringify({ wall, cpu: (user + system) / 1e6, peak: await peakMegabytes(), ...counted }),
);
