import { promisify } from "node:util";
import { AppError } from "@/errors";
import { isRefusedLiteral, publicLookup, RefusedAddress } from "./public-address";

const mostCharacters = 2000;

/** True for a host, or host and port, that the operator has named as one of the private network. */
export function isTrustedHost(url: URL, privateHosts: readonly string[]): boolean {
  return privateHosts.includes(url.host) || privateHosts.includes(url.hostname);
}

const refuse = (message: string, cause?: unknown) =>
  new AppError("invalid-input", message, { cause, params: { fields: ["url"] } });

/**
 * The address of a webhook in its normal form. It is judged again at each delivery, since names change their meaning.
 * Throws AppError `invalid-input`: no https, a password in it, no such name, or an address that is not public.
 */
export async function checkWebhookUrl(text: string, privateHosts: readonly string[]): Promise<string> {
  if (text.length > mostCharacters || !URL.canParse(text)) throw refuse("The address is not a URL.");
  const url = new URL(text);
  const isTrusted = isTrustedHost(url, privateHosts);
  if (url.protocol !== "https:" && !(isTrusted && url.protocol === "http:"))
    throw refuse("The address must begin with https://.");
  if (url.username || url.password) throw refuse("The address must not hold a password.");
  url.hash = "";
  if (isTrusted) return url.href;
  if (isRefusedLiteral(url.hostname)) throw refuse("The address is not a public one.");
  try {
    await promisify(publicLookup())(url.hostname.replace(/^\[|\]$/g, ""), { all: true });
  } catch (cause) {
    if (cause instanceof RefusedAddress) throw refuse("The address is not a public one.", cause);
    throw refuse("The address has no such host.", cause);
  }
  return url.href;
}
