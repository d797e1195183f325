import { resolve } from "node:path";
import { z } from "zod";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema);
const whole = (fallback: number, min = 1) =>
  optional(z.coerce.number().int().min(min).default(fallback)) as z.ZodType<number>;

const list = (fallback: string) =>
  optional(z.string().default(fallback)).transform((text) =>
    String(text)
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  );

const flag = optional(
  z.enum(["true", "false"], { error: "must be true or false" }).default("false"),
).transform((text) => text === "true");

/** Unset keeps for ever. */
const days = optional(z.coerce.number().int().min(1).optional());

/** Every variable the service reads; `.env.example` explains each. */
const variables = z.object({
  DATABASE_URL: z.string({ error: "is required (npm start sets it for the embedded database)" }).min(1),
  REDIS_URL: optional(
    z
      .string()
      .regex(/^(rediss?|unix):\/\/\S+$/, "must be redis://, rediss:// or unix://")
      .optional(),
  ),
  REDIS_CLUSTER: flag,
  REDIS_CA_FILE: optional(z.string().optional()),
  REDIS_CERT_FILE: optional(z.string().optional()),
  REDIS_KEY_FILE: optional(z.string().optional()),
  PORT: whole(3000, 0),
  HOST: optional(z.string().default("127.0.0.1")) as z.ZodType<string>,
  DATA_DIR: optional(z.string().default(".data")).transform((dir) => resolve(String(dir))),
  ACCESS_TOKEN: optional(z.string().min(16, "must have at least 16 characters").optional()),
  ALLOWED_HOSTS: list(""),
  MAX_UPLOAD_BYTES: whole(4 * 1024 ** 3),
  MAX_BATCH_FILES: whole(1000),
  BATCH_OPEN_MINUTES: whole(60),
  MAX_KEPT_FINDINGS_PER_CODE: whole(1000),
  FAILED_FILE_HOURS: whole(24, 0),
  COMPLETED_FILE_HOURS: whole(0, 0),
  RUN_DAYS: days,
  LOG_DAYS: days,
  DELIVERY_DAYS: days,
  WORKER_CONCURRENCY: whole(2),
  STOP_SECONDS: whole(30, 0),
  DEAD_WORKER_SECONDS: whole(25, 5),
  STAGING_MEMORY_MB: whole(96, 32),
  RULE_SECONDS: whole(300),
  QUEUE_PREFIX: optional(z.string().default("facnet")) as z.ZodType<string>,
  QUEUE_BOARD_ACTIONS: optional(z.enum(["on", "off"]).default("off")).transform((word) => word === "on"),
  MIN_FREE_DISK_MB: whole(512, 0),
  S3_BUCKET: optional(z.string().optional()),
  S3_PREFIX: optional(z.string().default("")) as z.ZodType<string>,
  S3_ENDPOINT: optional(z.url({ protocol: /^https?$/ }).optional()),
  S3_REGION: optional(z.string().optional()),
  S3_ACCESS_KEY_ID: optional(z.string().optional()),
  S3_SECRET_ACCESS_KEY: optional(z.string().optional()),
  S3_FORCE_PATH_STYLE: optional(
    z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .optional(),
  ),
  WEBHOOK_PRIVATE_HOSTS: list(""),
  WEBHOOK_RETRY_SECONDS: list("5,300,1800,7200,18000,36000,50400").pipe(
    z
      .array(z.string().transform(Number).pipe(z.number().int().min(1)))
      .min(1, "needs at least one number of seconds"),
  ),
  // The rest of OpenTelemetry's standard variables is read by its packages themselves.
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(z.url().optional()),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: optional(z.url().optional()),
  OTEL_EXPORTER_OTLP_PROTOCOL: optional(z.string().default("http/protobuf")) as z.ZodType<string>,
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: optional(z.string().optional()),
  OTEL_TRACES_EXPORTER: optional(z.string().default("otlp")) as z.ZodType<string>,
  OTEL_SDK_DISABLED: optional(z.string().optional()).transform(
    (text) => String(text).toLowerCase() === "true",
  ),
  LOG_LEVEL: optional(z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info")),
});

export const Env = variables.refine(
  ({ S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret }) => (id === undefined) === (secret === undefined),
  {
    path: ["S3_SECRET_ACCESS_KEY"],
    message: "S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are set together, or neither",
  },
);
export type Env = z.infer<typeof Env>;

let parsed: Env | undefined;

/** The process's settings, parsed once at first use. Throws one Error that lists every bad variable. */
export function env(): Env {
  if (parsed) return parsed;
  const result = Env.safeParse(process.env);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not usable:\n${lines.join("\n")}`);
  }
  parsed = result.data;
  return parsed;
}
