import { afterAll, describe, expect, it } from "vitest";
import { freePort } from "../service/free-port.mjs";
import { startS3 } from "../service/start-s3.mjs";
import { runScript } from "./run-script";

const look = (env: Record<string, string>) => runScript("scripts/check-storage.ts", [], env);

const s3 = await startS3();
afterAll(s3.close);

describe("with S3_BUCKET", () => {
  it("ticks everything of a bucket that it may use, and leaves nothing in it", async () => {
    const { code, output } = await look(s3.settings);
    expect(output).not.toContain("✗");
    expect(output.match(/^✓ /gm)).toHaveLength(6);
    expect(code).toBe(0);
    expect(await s3.left()).toEqual([]);
  });

  it.each([
    ["a missing bucket", { S3_BUCKET: "no-such-bucket" }, /✗ reach: .*NoSuchBucket\n {4}Create the bucket/],
    [
      "an unknown key",
      { S3_ACCESS_KEY_ID: "unknown", S3_SECRET_ACCESS_KEY: "secret-one" },
      /✗ reach: .*InvalidAccessKeyId\n {4}Mend S3_ACCESS_KEY_ID/,
    ],
  ])("crosses %s with what to do, and repeats no secret", async (_, change, told) => {
    const { code, output, errors } = await look({ ...s3.settings, ...change });
    expect(output).toMatch(told);
    expect(output).toContain("1 to put right.");
    expect(output + errors).not.toContain("secret-one");
    expect(code).toBe(1);
  });

  it("crosses a server that is away", async () => {
    const { code, output } = await look({
      ...s3.settings,
      S3_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
    });
    expect(output).toMatch(/✗ reach: .*ECONNREFUSED\n {4}Start the server/);
    expect(code).toBe(1);
  });

  it("says that one half of a key is no key", async () => {
    const { code, errors } = await look({ ...s3.settings, S3_SECRET_ACCESS_KEY: "" });
    expect(errors).toContain("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are set together, or neither");
    expect(code).toBe(2);
  });
});

it("without S3_BUCKET, ticks everything of the data folder", async () => {
  const { code, output } = await look({});
  expect(output).not.toContain("✗");
  expect(output.match(/^✓ /gm)).toHaveLength(6);
  expect(code).toBe(0);
});
