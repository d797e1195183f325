import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Page } from "@playwright/test";

/** Drops a file on the page's target, as a hand with a mouse does. */
export const dropFile = (page: Page, path: string): Promise<void> => dropFiles(page, [path]);

/** Drops several files at once. */
export async function dropFiles(page: Page, paths: string[]): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      content: (await readFile(path)).toString("base64"),
    })),
  );
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, content } of dropped) {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: "text/csv" }));
    }
    return data;
  }, files);
  await page.getByTestId("drop-target").dispatchEvent("drop", { dataTransfer: transfer });
}

/** Chooses a file in the dialog that the target opens; for files too large to pass through a script. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  await page.getByTestId("drop-target").locator("input[type=file]").setInputFiles(path);
}
