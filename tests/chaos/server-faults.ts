import pg from "pg";
import { env } from "@/env";
import { cutUpload } from "./cut-upload";
import type { Fault, Servers } from "./faults";

const cutDatabase: Fault = {
  kind: "database connections cut",
  weight: 1,
  async strike() {
    const url = new URL(env().DATABASE_URL);
    const name = url.pathname.slice(1);
    url.pathname = "/postgres";
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    try {
      const { rowCount } = await admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
        [name],
      );
      return `${rowCount} database connections cut`;
    } finally {
      await admin.end();
    }
  },
};

const breakUpload: Fault = {
  kind: "upload broken off",
  weight: 1,
  async strike({ random, web }) {
    await cutUpload(web.url, random.whole(1, 20));
    return "an upload broken off";
  },
};

const killWeb: Fault = {
  kind: "web process killed",
  weight: 1,
  async strike({ random, web }) {
    await cutUpload(web.url, random.whole(1, 20), () => web.killAndStart());
    return "the web process killed, with an upload at work";
  },
  isBack: ({ watchers }) => watchers.areBack(),
};

const restartPostgres: Fault = {
  kind: "PostgreSQL restarted",
  weight: 1,
  async strike({ random, servers }) {
    const [signal, ms] = [random.pick(["SIGINT", "SIGKILL"] as const), random.whole(0, 2_000)];
    await servers.restartPostgres(signal, ms);
    return `PostgreSQL ended by ${signal}, away for ${ms} ms`;
  },
};

function redisFaults(restart: NonNullable<Servers["restartRedis"]>): Fault[] {
  const away = (kind: string, keeps: boolean): Fault => ({
    kind,
    weight: 1,
    async strike({ random }) {
      const ms = random.whole(0, 2_000);
      await restart(ms, keeps);
      return `${kind}, away for ${ms} ms`;
    },
  });
  return [away("Redis restarted", true), away("Redis restarted empty", false)];
}

export function serverFaults({ restartRedis }: Servers): Fault[] {
  return [
    cutDatabase,
    breakUpload,
    killWeb,
    restartPostgres,
    ...(restartRedis ? redisFaults(restartRedis) : []),
  ];
}
