import { test as base, expect } from "@playwright/test";
import { serviceUrl } from "./service-url";

/** Playwright's `test` on the running service; a page that logs an error or throws fails its test. */
export const test = base.extend<{ quietPages: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern.
  baseURL: async ({}, use) => use(serviceUrl()),
  quietPages: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      context.on("weberror", (error) => faults.push(String(error.error())));
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
