/** Next calls this once when the server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { stopOnSignal } = await import("./server/stop-on-signal");
    stopOnSignal();
  }
}
