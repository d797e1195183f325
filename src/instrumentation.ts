/** Next calls this once when the server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startTracing } = await import("./telemetry/start-tracing");
    await startTracing("facnet-web");
    const { stopOnSignal } = await import("./server/stop-on-signal");
    stopOnSignal();
    const { prepareMachine } = await import("./services/prepare-machine");
    await prepareMachine();
  }
}
