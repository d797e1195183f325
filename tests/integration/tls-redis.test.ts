import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { generate } from "selfsigned";
import { afterAll, expect, it, vi } from "vitest";
import { freePort } from "../service/free-port.mjs";
import { expectOneEnd, startBoth, startLongRun, whileItLives } from "./fault-case";
import { keeping, spawnRedis } from "./redis-server";
import { runScript } from "./run-script";

vi.setConfig({ testTimeout: 60_000 });

const folder = await mkdtemp(join(tmpdir(), "facnet-tls-"));
const place = (name: string) => join(folder, name);
const port = await freePort();
const password = "p@ss:word/1";
const user = "facnet-queue";
const made = await generate([{ name: "commonName", value: "localhost" }], {
  extensions: [
    { name: "basicConstraints", cA: true },
    {
      name: "subjectAltName",
      altNames: [
        { type: 2, value: "localhost" },
        { type: 7, ip: "127.0.0.1" },
      ],
    },
  ],
});
await writeFile(place("cert.pem"), made.cert);
await writeFile(place("key.pem"), made.private);
const redis = await spawnRedis(
  [
    ...["--port", "0", "--tls-port", String(port), "--dir", folder, ...keeping],
    ...["--tls-cert-file", place("cert.pem"), "--tls-key-file", place("key.pem")],
    ...["--tls-ca-cert-file", place("cert.pem"), "--tls-auth-clients", "yes"],
    ...["--unixsocket", place("redis.sock")],
  ],
  { path: place("redis.sock") },
);
// What docs/REDIS.md tells an operator to set.
const admin = new Redis({ path: place("redis.sock") });
await admin.acl("SETUSER", user, "on", `>${password}`, `~{${process.env.QUEUE_PREFIX}}:*`, "&*");
await admin.acl("SETUSER", user, "+@all", "-@admin", "-@dangerous", "+info", "+client|setname");
await admin.acl("SETUSER", "default", "off");

const encoded = encodeURIComponent(password);
process.env.REDIS_URL = `rediss://${user}:${encoded}@localhost:${port}`;
const certificates = { REDIS_CERT_FILE: place("cert.pem"), REDIS_KEY_FILE: place("key.pem") };
Object.assign(process.env, certificates, { REDIS_CA_FILE: place("cert.pem") });
const { service, worker, close } = await startBoth();

afterAll(async () => {
  await close();
  admin.disconnect();
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

it("a run goes through a Redis behind TLS with an own CA, as a user who may touch the queue's keys alone", async () => {
  await whileItLives(worker, expectOneEnd(await startLongRun(service.url)));
});

it("check:redis ticks all of it, and over the socket too", async () => {
  const overTls = await runScript("scripts/check-redis.ts");
  expect(overTls.output).not.toContain("✗");
  expect(overTls.output).toMatch(/✓ connect: localhost:\d+, TLS\n/);
  expect(overTls.output.match(/^✓ /gm)).toHaveLength(9);
  expect(overTls.code).toBe(0);
  const overSocket = await runScript("scripts/check-redis.ts", [], {
    REDIS_URL: `unix://${user}:${encoded}@${place("redis.sock")}`,
  });
  expect(overSocket.output).toContain(`✓ connect: ${place("redis.sock")}`);
  expect(overSocket.code).toBe(0);
});

it("check:redis crosses an unknown CA and a plain connection, and repeats no password", async () => {
  const unknown = await runScript("scripts/check-redis.ts", [], { REDIS_CA_FILE: "" });
  expect(unknown.output).toMatch(/✗ connect: .*self-signed certificate.*\n {4}.*REDIS_CA_FILE/);
  expect(unknown.code).toBe(1);
  const plain = await runScript("scripts/check-redis.ts", [], {
    REDIS_URL: `redis://${user}:${encoded}@localhost:${port}`,
  });
  expect(plain.output).toContain("✗");
  expect(plain.code).toBe(1);
  for (const { output, errors } of [unknown, plain])
    for (const secret of [password, encoded]) expect(output + errors).not.toContain(secret);
});
