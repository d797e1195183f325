import { expect, it } from "vitest";
import { cleanFileName } from "@/services/clean-file-name";

it.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\me\\claims.csv", "claims.csv"],
  ["a\u0000b\r\n.csv", "ab.csv"],
  ["\u202Evsc.exe", "vsc.exe"],
  ["  factures été 🧾.csv ", "factures été 🧾.csv"],
  ["..", "unnamed.csv"],
  ["", "unnamed.csv"],
])("cleans %j into %j", (given, clean) => {
  expect(cleanFileName(given)).toBe(clean);
});

it("cuts a long name to 255, keeping its extension and whole emoji", () => {
  const clean = cleanFileName(`${"👩‍⚕️".repeat(100)}.csv`);
  expect(clean.length).toBeLessThanOrEqual(255);
  expect(clean.endsWith("👩‍⚕️.csv")).toBe(true);
  expect(cleanFileName(`${"x".repeat(300)}.csv`)).toBe(`${"x".repeat(251)}.csv`);
});
