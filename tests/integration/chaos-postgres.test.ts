import { expect, it } from "vitest";
import { shortChaos } from "./chaos-case";

it("nothing is lost, doubled or different when processes, connections and PostgreSQL die at random", async () => {
  expect(await shortChaos("postgres", 11)).toEqual([]);
}, 150_000);
