// Loaded before a child's own code, and before that of the children it forks: when the start script dies without a
// word, they go too. The channel stays referenced, since a forked child may wait for its first message on it.
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 5_000).unref();
});
