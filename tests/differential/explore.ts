import { mkdtempSync } from "node:fs";
import fc from "fast-check";
import { compare } from "./compare";
import { explained } from "./explained";
import { cases } from "./make-case";
import { openFrictionless } from "./open-frictionless";
import { ourComplaints } from "./our-complaints";
const folder = mkdtempSync("/tmp/w/proof-x-");
const n = Number(process.argv[2] ?? 100);
const theirs = await openFrictionless("/tmp/w/proof-venv/bin/python", folder);
const seen = new Map<string, number>(), byId = new Map<string, number>();
for (const test of fc.sample(cases, { seed: Number(process.argv[3]??1), numRuns: n })) {
  const { differences } = compare(test, await ourComplaints(test, folder), await theirs.judge(test));
  for (const d of differences) {
    const id = explained.find((e) => e.when(d))?.id;
    if (id) { byId.set(id, (byId.get(id)??0)+1); continue; }
    const f = d.field;
    const c = /constraint/.test(`${d.ours} ${d.theirs}`);
    const sig = `${f ? f.type+(f.format?`/${f.format}`:"")+(f.decimalChar?`d${f.decimalChar}`:"")+(f.groupChar?`g${f.groupChar}`:"")+(f.bareNumber===false?"!bare":"")+(c?JSON.stringify(f.constraints):"") : "-"} | ${d.ours} | ${d.theirs} | ${f?JSON.stringify(d.cell):""}`;
    const extra = f ? "" : process.argv[4] ? JSON.stringify({...test, row: d.row}) : "";
    seen.set(sig+extra, (seen.get(sig)??0)+1);
  }
}
for (const [k, v] of [...seen].sort((x,y)=>x[0]<y[0]?-1:1)) console.log(v, k);
console.log(byId);
await theirs.close();
