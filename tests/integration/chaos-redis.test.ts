import { expect, it } from "vitest";
import { shortChaos } from "./chaos-case";

it("nothing is lost, doubled or different when processes, connections, PostgreSQL and Redis die at random", async () => {
  expect(await shortChaos("redis", 23)).toEqual([]);
}, 150_000);
