import fc from "fast-check";
import { expect, it } from "vitest";
import {
  eanProblem,
  luhnProblem,
  type NumberProblem,
  sirenProblem,
  siretProblem,
} from "../../src/core/schema/check-digits";
import { ibanProblem } from "../../src/core/schema/iban";

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const ending = (problem: (text: string) => NumberProblem) => (body: string) =>
  Array.from({ length: 10 }, (_, digit) => body + digit).filter((text) => problem(text) === null);

const kinds: [name: string, problem: (text: string) => NumberProblem, lengths: number[]][] = [
  ["luhn", luhnProblem, [2, 9, 16, 19]],
  ["siren", sirenProblem, [9]],
  ["ean", eanProblem, [8, 13, 14]],
];

it.each(kinds)(
  "%s has one check digit for every number, and notices each digit that is changed",
  (_, problem, lengths) => {
    const sample = fc.constantFrom(...lengths).chain((length) => digits(length - 1));
    fc.assert(
      fc.property(sample, fc.nat(20), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const sound = ending(problem)(body);
        expect(sound).toHaveLength(1);
        const [text = ""] = sound;
        const place = at % text.length;
        const other = (Number(text[place]) + by) % 10;
        expect(problem(text.slice(0, place) + other + text.slice(place + 1))).toBe("check-digit");
      }),
    );
  },
);

it("an IBAN whose check digits are made as ISO 7064 says is sound, and not with one character changed", () => {
  const inDigits = (text: string) => [...text].map((char) => Number.parseInt(char, 36)).join("");
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Z]{4}\d{14}$/),
      fc.nat(17),
      fc.integer({ min: 1, max: 9 }),
      (account, at, by) => {
        const check = 98n - (BigInt(inDigits(`${account}GB00`)) % 97n);
        const iban = `GB${String(check).padStart(2, "0")}${account}`;
        expect([iban, ibanProblem(iban)]).toEqual([iban, null]);
        const place = 8 + (at % 14);
        const other = (Number(iban[place]) + by) % 10;
        expect(ibanProblem(iban.slice(0, place) + other + iban.slice(place + 1))).toBe("check-digit");
      },
    ),
  );
});

it("a SIRET is sound when both its SIREN and itself are", () => {
  expect(siretProblem("73282932000074")).toBeNull();
  expect(siretProblem("73282932000075")).toBe("check-digit");
});

it("establishments of La Poste are sound when their digits add up to a multiple of five", () => {
  expect(siretProblem("35600000049837")).toBeNull();
  expect(siretProblem("35600000049838")).toBe("check-digit");
});

it.each([luhnProblem, sirenProblem, siretProblem, eanProblem, ibanProblem])(
  "what is no such number at all is of another form",
  (problem) => {
    for (const text of ["", "1", "x", "12345678x", "1".repeat(1000), "GB00", "é".repeat(14)])
      expect([text, problem(text)]).toEqual([text, "format"]);
  },
);
