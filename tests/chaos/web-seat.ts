import { startWeb } from "../service/start-web";

export type WebSeat = Awaited<ReturnType<typeof takeWebSeat>>;

/** A real web process with this process's settings, which comes back at the same address after each death. */
export async function takeWebSeat(settings: Record<string, string> = {}) {
  const { DATABASE_URL, DATA_DIR, QUEUE_PREFIX, REDIS_URL = "" } = process.env;
  const env = {
    DATABASE_URL: String(DATABASE_URL),
    DATA_DIR: String(DATA_DIR),
    QUEUE_PREFIX: String(QUEUE_PREFIX),
    REDIS_URL,
    ...settings,
  };
  let web = await startWeb(env);
  const { url, port } = web;
  return {
    url,
    /** The process that sits there now. */
    process: () => web,
    async start() {
      web = await startWeb(env, port);
    },
    async killAndStart() {
      await web.kill();
      web = await startWeb(env, port);
    },
    close: () => web.stop(),
  };
}
