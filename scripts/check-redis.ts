// npm run check:redis: looks at what the queue stands on before the service goes live. Exit code 1 when a cross is left.
import type { Check } from "@/check";
import { checkDatabase } from "@/db/check-database";
import { connectionKind } from "@/queue/backend";
import { checkQueue } from "@/queue/check-queue";
import { checkRedis } from "@/queue/check-redis";
import { redisAddress } from "@/queue/redis-address";
import { migrationNames } from "../prisma/migrate.mjs";
import { loadSettings } from "./operate/settings";
import { tellChecks } from "./operate/tell-checks";

async function* checks(): AsyncGenerator<Check> {
  const address = redisAddress();
  const all = address ? checkRedis(address) : checkDatabase(migrationNames());
  let isWell = true;
  for await (const one of all) {
    yield one;
    if (isConnection(one)) isWell &&= one.ok;
  }
  if (isWell) yield await checkQueue();
}

const isConnection = ({ name }: Check) => name === "connect" || name === "ready";

async function main(): Promise<number> {
  loadSettings();
  console.log(connectionKind() === "redis" ? "The queue is in Redis." : "The queue is in PostgreSQL.");
  return tellChecks(checks());
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
