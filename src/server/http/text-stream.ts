/** Encodes what a generator yields, at the reader's pace, bytes as they are; `onCancel` runs when the reader leaves. */
export function textStream(
  parts: AsyncIterator<string | Uint8Array>,
  onCancel?: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      onCancel?.();
      await parts.return?.();
    },
  });
}
