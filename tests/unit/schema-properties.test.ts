import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileField } from "../../src/core/schema/compile-field";
import { compileKeyPart } from "../../src/core/schema/key-part";
import { parseRuleset } from "../../src/core/schema/ruleset";

function parsed(field: Record<string, unknown>) {
  const [first] = parseRuleset({ fields: [{ name: "x", ...field }] }).schema.fields;
  if (!first) throw new Error("no field");
  return first;
}
const codeOf = (field: Record<string, unknown>) => {
  const check = compileField(parsed(field), []);
  return (cell: string) => check(cell)?.code ?? null;
};

const two = (value: number) => String(value).padStart(2, "0");
const four = (value: number) => String(value).padStart(4, "0");
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const sign = fc.constantFrom("", "+", "-");
const grouped = (whole: string, mark: string) => whole.replace(/\B(?=(?:\d{3})+$)/g, mark);
const whole = fc.bigInt({ min: 0n, max: 10n ** 25n }).map(String);
const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }));
const clock = fc.record({ h: fc.nat(23), m: fc.nat(59), s: fc.nat(59) });
const zone = fc.oneof(
  fc.constantFrom("", "Z", "+14:00", "-14:00"),
  fc.tuple(fc.constantFrom("+", "-"), fc.nat(13), fc.nat(59)).map(([s, h, m]) => `${s}${two(h)}:${two(m)}`),
);
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

/** Values of a type in their lexical form. */
const printed: [field: Record<string, unknown>, cells: fc.Arbitrary<string>][] = [
  [{ type: "integer" }, fc.tuple(sign, whole).map((parts) => parts.join(""))],
  [{ type: "integer", groupChar: "," }, fc.tuple(sign, whole).map(([s, n]) => s + grouped(n, ","))],
  [{ type: "number" }, fc.double().map((value) => String(value).replace("Infinity", "INF"))],
  [
    { type: "number", decimalChar: ",", groupChar: " " },
    fc
      .tuple(sign, whole, fc.constantFrom(" ", "\u00A0", "\u202F", "\u2009", ""), digits(3))
      .map(([s, n, mark, decimals]) => `${s}${grouped(n, mark)},${decimals}`),
  ],
  [
    { type: "number", bareNumber: false },
    fc.tuple(fc.constantFrom("$", "EUR "), whole).map((p) => p.join("")),
  ],
  [{ type: "boolean" }, fc.constantFrom("true", "True", "TRUE", "1", "false", "False", "FALSE", "0")],
  [{ type: "date" }, day.map((d) => `${four(d.year)}-${two(d.month)}-${two(d.day)}`)],
  [{ type: "date", format: "%d/%m/%Y" }, day.map((d) => `${d.day}/${d.month}/${four(d.year)}`)],
  [
    { type: "date", format: "%b %d, %Y" },
    day.map((d) => `${months[d.month - 1]} ${two(d.day)}, ${four(d.year)}`),
  ],
  [{ type: "time" }, clock.map(({ h, m, s }) => [h, m, s].map(two).join(":"))],
  [
    { type: "time", format: "%I:%M %p" },
    clock.map(({ h, m }) => `${h % 12 || 12}:${two(m)} ${h < 12 ? "AM" : "PM"}`),
  ],
  [
    { type: "datetime" },
    fc
      .tuple(
        day,
        clock,
        fc.oneof(
          fc.constant(""),
          digits(6).map((d) => `.${d}`),
        ),
        zone,
      )
      .map(([d, c, f, z]) => {
        const date = `${four(d.year)}-${two(d.month)}-${two(d.day)}`;
        return `${date}T${[c.h, c.m, c.s].map(two).join(":")}${f}${z}`;
      }),
  ],
  [
    { type: "year" },
    fc.tuple(fc.constantFrom("", "-"), fc.nat(9999), zone).map(([s, y, z]) => s + four(y) + z),
  ],
  [{ type: "yearmonth" }, day.map((d) => `${four(d.year)}-${two(d.month)}`)],
  [
    { type: "duration" },
    fc
      .tuple(fc.boolean(), fc.array(fc.option(fc.nat(9999)), { minLength: 6, maxLength: 6 }))
      .filter(([, parts]) => parts.some((part) => part !== null))
      .map(([isNegative, parts]) => {
        const tell = (from: number, letters: string) =>
          [...letters]
            .map((letter, i) => (parts[from + i] === null ? "" : `${parts[from + i]}${letter}`))
            .join("");
        const time = tell(3, "HMS");
        return `${isNegative ? "-" : ""}P${tell(0, "YMD")}${time && `T${time}`}`;
      }),
  ],
  [{ type: "object" }, fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value))],
  [{ type: "array" }, fc.array(fc.jsonValue()).map((value) => JSON.stringify(value))],
  [
    { type: "list", itemType: "integer" },
    fc.array(fc.integer(), { minLength: 1 }).map((items) => items.join(",")),
  ],
  [{ type: "geopoint" }, position.map(([lon, lat]) => `${lon}, ${lat}`)],
  [{ type: "geopoint", format: "array" }, position.map((pair) => JSON.stringify(pair))],
  [{ type: "geojson" }, position.map((coordinates) => JSON.stringify({ type: "Point", coordinates }))],
  [{ type: "string", format: "uuid" }, fc.uuid()],
  [
    { type: "string", format: "binary" },
    fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("base64")),
  ],
  [{ type: "string", format: "uri" }, fc.webUrl()],
];

describe.each(printed)("%j", (field, cells) => {
  it("takes every value printed in its lexical form", () => {
    const code = codeOf(field);
    fc.assert(
      fc.property(cells, (cell) => {
        expect([cell, code(cell)]).toEqual([cell, null]);
      }),
    );
  });

  it("gives a changed cell one answer in every path: again, compiled anew, with bounds, as a key", () => {
    const code = codeOf(field);
    const edit = fc.record({ at: fc.nat(40), remove: fc.nat(1), insert: fc.string({ maxLength: 2 }) });
    const check = compileField(parsed(field), []);
    const part = compileKeyPart(parsed(field), []);
    fc.assert(
      fc.property(cells, edit, (cell, { at, remove, insert }) => {
        const changed = cell.slice(0, at) + insert + cell.slice(at + remove);
        const answer = code(changed);
        expect(code(changed)).toBe(answer);
        expect(codeOf(field)(changed)).toBe(answer);
        expect(codeOf({ ...field, constraints: { required: true } })(changed)).toBe(answer);
        expect(part(changed)).toBe(part(changed));
        if (answer !== null) expect([changed, `\u0001${changed}`]).toContain(part(changed));
        const suggestion = check(changed)?.params.suggestion;
        if (typeof suggestion === "string")
          expect([suggestion, code(suggestion)]).toEqual([suggestion, null]);
      }),
    );
  });
});

it("no text makes a check stumble, nor leads to a suggestion that is refused in turn", () => {
  const anything = fc.string({ unit: "binary", maxLength: 60 });
  const near = fc.string({
    unit: fc.constantFrom(...'0123456789-+.,:/ eETZPYMD{}[]"h\u00a0’%$\ud800é'),
    maxLength: 30,
  });
  for (const [field] of printed) {
    const check = compileField(parsed(field), []);
    const part = compileKeyPart(parsed(field), []);
    fc.assert(
      fc.property(fc.oneof(anything, near), (cell) => {
        const suggestion = check(cell)?.params.suggestion;
        if (typeof suggestion === "string")
          expect([cell, suggestion, check(suggestion)]).toEqual([cell, suggestion, null]);
        expect(part(cell)).toBe(part(cell));
      }),
    );
  }
});

describe("against another way to tell", () => {
  const characters = (text: string) =>
    fc.array(fc.constantFrom(...text), { maxLength: 12 }).map((parts) => parts.join(""));

  it("numbers are what the grammar of XML Schema says", () => {
    const code = codeOf({ type: "number" });
    const grammar = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
    fc.assert(
      fc.property(characters("0123456789+-.eE ,"), (cell) => {
        expect([cell, code(cell) === null]).toEqual([cell, grammar.test(cell)]);
      }),
      { numRuns: 2000 },
    );
  });

  it("grouped numbers are three digits after three digits", () => {
    const code = codeOf({ type: "number", decimalChar: ",", groupChar: "." });
    const grammar = /^[+-]?(?:\d+(?:,\d*)?|,\d+|\d{1,3}(?:\.\d{3})+(?:,\d*)?)$/;
    fc.assert(
      fc.property(characters("0123456789-.,"), (cell) => {
        expect([cell, code(cell) === null]).toEqual([cell, grammar.test(cell)]);
      }),
      { numRuns: 2000 },
    );
  });

  it("days are those that JavaScript's calendar has", () => {
    const code = codeOf({ type: "date" });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33), (year, month, date) => {
        const cell = `${four(year)}-${two(month)}-${two(date)}`;
        const instant = new Date(`${cell}T00:00:00Z`);
        const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(cell);
        expect([cell, code(cell) === null]).toEqual([cell, exists]);
      }),
      { numRuns: 1000 },
    );
  });

  it("instants are in the order that JavaScript's clock gives them", () => {
    const instant = fc.date({
      min: new Date("1000-01-01"),
      max: new Date("9000-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const code = codeOf({ type: "datetime", constraints: { minimum: a.toISOString() } });
        expect(code(b.toISOString())).toBe(b < a ? "minimum" : null);
      }),
    );
  });

  it("bounds agree with the numbers themselves", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const field = (name: string) => ({ type: "number", constraints: { [name]: a } });
        expect(codeOf(field("minimum"))(String(b))).toBe(b >= a ? null : "minimum");
        expect(codeOf(field("exclusiveMaximum"))(String(b))).toBe(b < a ? null : "maximum");
      }),
    );
  });
});
