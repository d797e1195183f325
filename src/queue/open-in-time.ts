interface Opening {
  waitUntilReady(): Promise<unknown>;
  once(event: "error", listener: (error: Error) => void): unknown;
  off(event: "error", listener: (error: Error) => void): unknown;
}

/** Resolves when the connection is open; throws at its first error, or after `ms`. */
export async function openInTime(part: Opening, ms: number): Promise<void> {
  const { promise, reject } = rejecter();
  const timer = setTimeout(() => reject(new Error(`the queue did not answer within ${ms} ms`)), ms);
  part.once("error", reject);
  try {
    await Promise.race([part.waitUntilReady(), promise]);
  } finally {
    clearTimeout(timer);
    part.off("error", reject);
  }
}

function rejecter() {
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<never>((_, no) => {
    reject = no;
  });
  // The connection may lose the race, or fail after it: nobody waits then.
  promise.catch(() => {});
  return { promise, reject };
}
