import { type LookupAddress, lookup as resolveName } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** The name or the literal leads into a private network, or to this machine. */
export class RefusedAddress extends Error {
  override name = "RefusedAddress";
}

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/** True for an address of the public internet: not private, loopback, link-local, reserved, nor one of those inside IPv6. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

type Resolve = (
  name: string,
  options: { all: true; family?: number | "IPv4" | "IPv6" },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A `lookup` for a socket that hands out only addresses it has checked: the socket connects to those, so a name that
 * means something else a moment later changes nothing. One bad address refuses the name.
 */
export function publicLookup(resolve: Resolve = resolveName): LookupFunction {
  return (name, { all, family }, done) => {
    resolve(name, { all: true, ...(family === undefined ? {} : { family }) }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) return done(error, []);
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return done(new RefusedAddress("not a public address"), []);
      if (all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

/** A literal is never looked up by a socket, so it is judged here. */
export function isRefusedLiteral(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) !== 0 && !isPublicAddress(bare);
}
