import {
  createPostgresBackend,
  type Processor,
  Queue,
  QueueEvents,
  QueueEventsProducer,
  Worker,
  type WorkerOptions,
} from "bullmq";
import { applicationName } from "@/application-name";
import { env } from "@/env";
import { log } from "@/log";
import { tracing } from "@/tracing";
import { queueName } from "./contract";
import { type RedisAddress, redisAddress } from "./redis-address";
import { redisConnection, type WhenAway } from "./redis-connection";

export type ValidationQueue = ReturnType<typeof makeQueue>;
export type EventsProducer = ReturnType<typeof makeEventsProducer>;
export type EventReader = ReturnType<typeof makeQueueEvents>;

/** On Postgres a notification that falls between two reads is found by the next read at the latest. */
const postgresReadEveryMs = 1000;

/** Where the queue lives: Redis when `REDIS_URL` is set, else the service's own database. */
export function connectionKind(): "redis" | "postgres" {
  return env().REDIS_URL ? "redis" : "postgres";
}

/** The queue for those who add jobs. On Redis its commands fail at once while the connection is away. */
export function makeQueue(name = queueName) {
  const redis = redisAddress();
  return logged(
    "queue",
    redis
      ? new Queue(name, { ...onRedis(redis, "fail-fast"), ...traced() })
      : new Queue(name, { ...onPostgres(4), ...traced() }, createPostgresBackend),
  );
}

/** Publishes the events that no job makes. */
export function makeEventsProducer() {
  const redis = redisAddress();
  return logged(
    "events producer",
    redis
      ? new QueueEventsProducer(queueName, onRedis(redis, "fail-fast"))
      : new QueueEventsProducer(queueName, onPostgres(2), createPostgresBackend),
  );
}

/** Reads the queue's events once `run()` is called, and waits for a lost connection to come back. */
export function makeQueueEvents() {
  const redis = redisAddress();
  const postgres = { ...onPostgres(2), autorun: false, blockingTimeout: postgresReadEveryMs };
  return logged(
    "queue events",
    redis
      ? new QueueEvents(queueName, { ...onRedis(redis, "wait"), autorun: false })
      : new QueueEvents(queueName, postgres, createPostgresBackend),
  );
}

/** Takes jobs and waits for a lost connection to come back. The caller closes it. */
export function makeWorker(
  processor: Processor,
  options: Omit<WorkerOptions, "connection" | "prefix">,
  name = queueName,
) {
  const redis = redisAddress();
  return logged(
    "worker",
    redis
      ? new Worker(name, processor, { ...options, ...onRedis(redis, "wait"), ...traced() })
      : new Worker(name, processor, { ...options, ...onPostgres(4), ...traced() }, createPostgresBackend),
  );
}

/** The braces keep all keys of the queue on one node of a cluster. */
function onRedis(address: RedisAddress, whenAway: WhenAway) {
  return { connection: redisConnection(address, whenAway), prefix: `{${env().QUEUE_PREFIX}}` };
}

function onPostgres(max: number) {
  const connectionString = env().DATABASE_URL;
  return { connection: { connectionString, application_name: applicationName, max, keepAlive: true } };
}

/** BullMQ's hook carries the trace from whoever adds a job to whoever works on it. */
function traced() {
  const telemetry = tracing()?.queue;
  return telemetry ? { telemetry } : {};
}

interface Emitter {
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** Without a listener an `error` event would end the process. */
function logged<T extends Emitter>(part: string, made: T): T {
  made.on("error", (error) =>
    log.warn({ part, error: error.message }, "the queue's connection has a problem"),
  );
  return made;
}
