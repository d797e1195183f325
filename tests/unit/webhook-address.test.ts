import { createServer } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { expect, it } from "vitest";
import { checkWebhookUrl } from "@/webhooks/check-url";
import { isPublicAddress, publicLookup } from "@/webhooks/public-address";
import { sendMessage } from "@/webhooks/send-message";
import { makeSecret } from "@/webhooks/sign-message";

const message = { secret: makeSecret(), id: "one", body: "{}", at: new Date() };

it.each([
  "127.0.0.1",
  "127.9.9.9",
  "10.0.0.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "169.254.169.254",
  "0.0.0.0",
  "100.64.0.1",
  "192.0.2.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "fe80::1",
  "fc00::1",
  "fd12::1",
  "ff02::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "::127.0.0.1",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "2001:db8::1",
  "2001::1",
  "localhost",
  "",
])("%s is not a public address", (address) => expect(isPublicAddress(address)).toBe(false));

it.each(["8.8.8.8", "172.32.0.1", "2606:4700:4700::1111", "::ffff:8.8.8.8"])("%s is one", (address) =>
  expect(isPublicAddress(address)).toBe(true),
);

it.each([
  "http://example.com/hook",
  "https://user:word@example.com/",
  "ftp://example.com/",
  "not a url",
  "https://127.0.0.1/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://[::1]/",
  "https://[::ffff:10.0.0.1]/",
  "https://localhost/",
  "https://no-such-host.invalid/",
])("%s is refused as a webhook", async (url) => {
  await expect(checkWebhookUrl(url, [])).rejects.toMatchObject({ code: "invalid-input" });
});

it("a host that the operator has named may be private and without TLS, and no other", async () => {
  expect(await checkWebhookUrl("http://127.0.0.1:9/x#y", ["127.0.0.1:9"])).toBe("http://127.0.0.1:9/x");
  await expect(checkWebhookUrl("http://127.0.0.1:8/x", ["127.0.0.1:9"])).rejects.toThrow("https");
});

it("a name is refused when one of its addresses is private, and no connection is made", async () => {
  let connections = 0;
  const server = createServer().on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const lookup = publicLookup((_, __, done) =>
    done(null, [
      { address: "93.184.216.34", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ]),
  );
  const url = `https://public.example:${port}/`;
  const outcome = await sendMessage({ ...message, url }, { privateHosts: [], lookup });
  expect(outcome).toEqual({ error: "refused-address", statusCode: null });
  const literal = await sendMessage({ ...message, url: `https://127.0.0.1:${port}/` }, { privateHosts: [] });
  expect(literal.error).toBe("refused-address");
  const plain = await sendMessage({ ...message, url: `http://localhost:${port}/` }, { privateHosts: [] });
  expect(plain.error).toBe("refused-address");
  expect(connections).toBe(0);
  server.close();
});

it("a name is resolved once a connection, and the socket is given the checked address alone", async () => {
  const answers = ["93.184.216.34", "127.0.0.1"];
  let asked = 0;
  const lookup = publicLookup((_, __, done) => {
    const address = answers[asked] ?? "127.0.0.1";
    asked += 1;
    done(null, [{ address, family: isIP(address) }]);
  });
  const given = await new Promise((resolve) =>
    lookup("rebinding.example", { all: true }, (_, addresses) => resolve(addresses)),
  );
  expect(given).toEqual([{ address: "93.184.216.34", family: 4 }]);
  const url = "https://rebinding.example/";
  expect((await sendMessage({ ...message, url }, { privateHosts: [], lookup })).error).toBe(
    "refused-address",
  );
  expect(asked).toBe(2);
});
