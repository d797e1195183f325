import { expect, it, vi } from "vitest";
import { createFeed } from "@/services/feed";

/** A feed whose looks are counted, and whose events are rung by hand. */
function feedOf(look: (time: number) => Promise<number>, atLeastEveryMs = 60_000) {
  let looks = 0;
  let listeners = 0;
  let move = () => {};
  const feed = createFeed({
    look: () => {
      looks += 1;
      return look(looks);
    },
    listen(moved) {
      listeners += 1;
      move = moved;
      return () => {
        listeners -= 1;
      };
    },
    atMostEveryMs: 0,
    atLeastEveryMs,
  });
  return { feed, looks: () => looks, listeners: () => listeners, move: () => move() };
}

it("looks once for many followers, and again for all of them when something moved", async () => {
  const { feed, looks, move } = feedOf(async (time) => time);
  const followers = Array.from({ length: 50 }, () => feed.follow(() => {}));
  await vi.waitFor(() => expect(followers.map((each) => each.take())).toEqual(Array(50).fill(1)));
  expect(followers[0]?.take()).toBeNull();
  const late = feed.follow(() => {});
  expect(late.take()).toBe(1);
  expect(looks()).toBe(1);
  move();
  await vi.waitFor(() => expect(late.take()).toBe(2));
  expect(followers.map((each) => each.take())).toEqual(Array(50).fill(2));
  expect(looks()).toBe(2);
  for (const each of [...followers, late]) each.close();
});

it("looks by itself now and then, in case an event was lost", async () => {
  const { feed, looks } = feedOf(async (time) => time, 1);
  const follower = feed.follow(() => {});
  await vi.waitFor(() => expect(looks()).toBeGreaterThan(2));
  follower.close();
});

it("ends with its last follower, and begins anew with the next", async () => {
  const { feed, looks, listeners } = feedOf(async (time) => time);
  const first = feed.follow(() => {});
  await vi.waitFor(() => expect(first.take()).toBe(1));
  expect(listeners()).toBe(1);
  first.close();
  await vi.waitFor(() => expect(listeners()).toBe(0));
  const second = feed.follow(() => {});
  await vi.waitFor(() => expect(second.take()).toBe(2));
  expect(looks()).toBe(2);
  second.close();
});

it("throws at its followers when a look fails, and goes on", async () => {
  const { feed, move } = feedOf(async (time) => {
    if (time === 1) throw new Error("away");
    return time;
  });
  const rings = vi.fn();
  const follower = feed.follow(rings);
  await vi.waitFor(() => expect(rings).toHaveBeenCalledTimes(1));
  expect(() => follower.take()).toThrow("away");
  move();
  await vi.waitFor(() => expect(follower.take()).toBe(2));
  follower.close();
});
