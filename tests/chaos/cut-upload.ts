const chunk = new Uint8Array(10_000).fill(97);

/**
 * Begins an upload over HTTP and never ends it: after so many chunks `meanwhile` is done, else the sender leaves.
 * Throws when the service kept the file.
 */
export async function cutUpload(url: string, chunks: number, meanwhile?: () => Promise<void>): Promise<void> {
  const leaving = new AbortController();
  let left = chunks;
  let tellSent = () => {};
  const sent = new Promise<void>((resolve) => {
    tellSent = resolve;
  });
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left-- > 0) return controller.enqueue(chunk);
      tellSent();
      // The rest never comes.
      return new Promise(() => {});
    },
  });
  const upload: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "x-file-name": "broken.csv" },
    body,
    duplex: "half",
    signal: leaving.signal,
  };
  const answer = fetch(`${url}/api/trpc/files.upload`, upload).catch(() => null);
  await Promise.race([sent, answer]);
  await meanwhile?.();
  if (!meanwhile) leaving.abort();
  const given = await answer;
  if (given?.ok) throw new Error("an upload that broke off was kept");
  leaving.abort();
}
