/** The version that an address names; undefined, as the latest, for what is none. */
export function versionOf(asked: string | string[] | undefined): number | undefined {
  const version = Number(asked);
  return Number.isInteger(version) && version > 0 && version < 2 ** 31 ? version : undefined;
}
