/** One thing that was looked at before going live: how it stands, and what to do when it is wrong. */
export interface Check {
  name: string;
  ok: boolean;
  found: string;
  /** What to do; empty when all is well. */
  fix: string;
}

interface Look {
  name: string;
  fix: string;
  /** What was found; a throw, or `ok: false`, is a cross. */
  look: () => Promise<{ ok: boolean; found: string }>;
}

/** Carries out one look; what it throws becomes a cross that says why. */
export async function check({ name, fix, look }: Look): Promise<Check> {
  try {
    const { ok, found } = await look();
    return { name, ok, found, fix: ok ? "" : fix };
  } catch (error) {
    return { name, ok: false, found: reasonOf(error), fix };
  }
}

/** The first line of the deepest reason that has words; a refused connection often hides them in a cause. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return "no reason given";
  const own = error.message.split("\n")[0]?.trim();
  return own || reasonOf(error.cause);
}
