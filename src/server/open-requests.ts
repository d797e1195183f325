import { onGlobal } from "@/on-global";

const open = () => onGlobal("open-requests", () => ({ count: 0, idle: new Set<() => void>() }));

/** Runs one request's work while counting it as open. A streamed body is not part of it. */
export async function trackRequest<T>(work: () => Promise<T>): Promise<T> {
  const requests = open();
  requests.count += 1;
  try {
    return await work();
  } finally {
    requests.count -= 1;
    if (requests.count === 0) for (const tell of requests.idle) tell();
  }
}

/** Resolves when no request is at work, or after `mostMs`. */
export async function whenIdle(mostMs: number): Promise<void> {
  const requests = open();
  if (requests.count === 0) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      requests.idle.delete(done);
      resolve();
    };
    const timer = setTimeout(done, mostMs);
    requests.idle.add(done);
  });
}
