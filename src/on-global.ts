const registry = globalThis as unknown as Record<symbol, unknown>;

/** One instance a process, shared by module copies that a bundler made (Next's instrumentation and routes). */
export function onGlobal<T>(name: string, make: () => T): T {
  const key = Symbol.for(`facnet.${name}`);
  if (!(key in registry)) registry[key] = make();
  return registry[key] as T;
}
