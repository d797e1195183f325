/** Reads a stream of server-sent events from now on, until it is told to stop or ends by itself. */
export async function listenToStream(url: string) {
  const leaving = new AbortController();
  const { body } = await fetch(url, { signal: leaving.signal });
  if (!body) throw new Error("the answer has no body");
  let text = "";
  const decoder = new TextDecoder();
  const read = async () => {
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      text += decoder.decode(part.value, { stream: true });
  };
  const reading = read().catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error;
  });
  return {
    text: () => text,
    ended: reading,
    async stop() {
      leaving.abort();
      await reading;
    },
  };
}
