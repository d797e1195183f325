import { expect, it } from "vitest";
import { groupFindings } from "@/ui/run/finding-groups";

it("a group of findings has the money of its code over all columns, and none when no column has any", () => {
  const total = { field: "Paid", count: 2, column: 1 };
  const totals = [
    { ...total, code: "cap", severity: "error", impact: 0.1 },
    { ...total, code: "cap", severity: "error", column: 2, impact: 0.2 },
    { ...total, code: "missed", severity: "info", impact: 32.4 },
    { ...total, code: "type-error", severity: "error", impact: null },
  ] as const;
  const groups = groupFindings({ cap: 4, missed: 2, "type-error": 2 }, [...totals], [], () => "error");
  expect(Object.fromEntries(groups.map(({ code, impact }) => [code, impact]))).toEqual({
    cap: 0.3,
    missed: 32.4,
    "type-error": null,
  });
});
