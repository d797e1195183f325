import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readTable } from "../differential/chapter";
import { explained } from "../differential/explained";

const document = readFileSync(new URL("../../docs/CONFORMANCE.md", import.meta.url), "utf8");

it("tells each reason for which we differ from Frictionless in docs/CONFORMANCE.md, in the words of the differential test", () => {
  const rows = (readTable(document) ?? "").split("\n").slice(2);
  const told = rows.map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, 3)
      .map((cell) => cell.trim()),
  );
  expect(told).toEqual(explained.map(({ id, why }) => [`\`${id}\``, why.replaceAll("|", "\\|")]));
});
