/** Who acts. Every query is scoped by `ownerId`. */
export interface Actor {
  ownerId: string;
  name: string;
}

/** What each service is given besides its input. The signal ends when the caller leaves. */
export interface Context {
  actor: Actor;
  signal?: AbortSignal | undefined;
}

/** The one shape of a service's argument. */
export interface Call<Input> {
  ctx: Context;
  input: Input;
}
