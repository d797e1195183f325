/** Encodes what a generator yields, at the reader's pace; `onCancel` runs when the reader leaves. */
export function textStream(parts: AsyncIterator<string>, onCancel?: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      onCancel?.();
      await parts.return?.();
    },
  });
}
