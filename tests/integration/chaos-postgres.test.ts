import { expect, it } from "vitest";
import { shortChaos } from "./chaos-case";

it("nothing is lost, doubled or different when workers and connections die at random", async () => {
  expect(await shortChaos({ restartRedis: null, seed: 11 })).toEqual([]);
}, 150_000);
