import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Page } from "@playwright/test";

/** Drops a file on the page's target, as a hand with a mouse does. */
export async function dropFile(page: Page, path: string): Promise<void> {
  const content = (await readFile(path)).toString("base64");
  const transfer = await page.evaluateHandle(
    ({ name, content }) => {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type: "text/csv" }));
      return data;
    },
    { name: basename(path), content },
  );
  await page.getByTestId("drop-target").dispatchEvent("drop", { dataTransfer: transfer });
}

/** Chooses a file in the dialog that the target opens; for files too large to pass through a script. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  await page.getByTestId("drop-target").locator("input[type=file]").setInputFiles(path);
}
