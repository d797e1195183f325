import { CommandError } from "./command-error";

export type Lang = "en" | "fr";

/** What every command needs to know before it asks the service anything. */
export interface Settings {
  url: string;
  token: string | undefined;
  lang: Lang;
}

/** The service's base address without a slash at its end. Throws CommandError when it is not an http(s) address. */
export function cleanUrl(raw: string): string {
  if (!URL.canParse(raw) || !/^https?:$/.test(new URL(raw).protocol))
    throw new CommandError({ kind: "not-an-address", url: raw });
  return raw.replace(/\/+$/, "");
}

/** The reader's language as the shell says it, English when it says neither. */
export function shellLang(env: NodeJS.ProcessEnv): Lang {
  const said = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return said.toLowerCase().startsWith("fr") ? "fr" : "en";
}
