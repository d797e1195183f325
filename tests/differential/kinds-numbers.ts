import fc from "fast-check";
import type { Kind } from "./kinds";

const small = fc.integer({ min: -120, max: 120 }).map(String);
const whole = fc.oneof(small, fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String));
const decimal = fc
  .tuple(fc.constantFrom("", "-", "+"), fc.nat(2000), fc.constantFrom("", ".5", ".50", ".125", ".0"))
  .map((parts) => parts.join(""));
const grouped = (mark: string, point: string) =>
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.nat(999), fc.constantFrom("", `${point}5`, `${point}25`))
    .map(([head, tail, rest]) => `${head}${mark}${String(tail).padStart(3, "0")}${rest}`);

const oddWholes = [
  "1.0",
  "1.5",
  "+7",
  "-0",
  "007",
  "1e3",
  "1_000",
  " 12",
  "12 ",
  "٣",
  "0x1F",
  "1,000",
  "--1",
  "+",
  "-",
  "NaN",
  "ten",
];
const oddNumbers = [
  "NaN",
  "INF",
  "-INF",
  "inf",
  "nan",
  "Infinity",
  "-Infinity",
  "+INF",
  "1e5",
  "1E-3",
  "1e",
  ".5",
  "5.",
  ".",
  "1_0.5",
  " 1.5",
  "1.5 ",
  "١.٥",
  "1,5",
  "1.2.3",
  "sNaN",
  "NaN12",
  "0x10",
  "1 000",
  "--2",
  "1e+05",
  "$5",
];

export const numberKinds: Kind[] = [
  {
    field: { type: "integer" },
    good: whole,
    odd: oddWholes,
    constraints: [
      { minimum: 0 },
      { maximum: 50 },
      { minimum: "-10", maximum: "100" },
      { enum: [1, 2, 3, 50, -7] },
      { enum: ["1", "02", "7"] },
    ],
  },
  {
    field: { type: "integer", bareNumber: false },
    good: fc
      .tuple(fc.constantFrom("$", "€ ", "", "no. "), small, fc.constantFrom("", "%", " kg", "EUR"))
      .map((p) => p.join("")),
    odd: ["$", "kg", "$-5", "-$5", "5%%", "$1.5", "a1b2", "1 2", "(5)", "5-"],
    constraints: [{ minimum: 0 }],
  },
  {
    field: { type: "number" },
    good: decimal,
    odd: oddNumbers,
    constraints: [
      { minimum: 0 },
      { maximum: 1000.5 },
      { minimum: -5.5, maximum: "99.5" },
      { enum: [1, 2.5, 0, 100] },
      { enum: ["1.50", "2"] },
    ],
  },
  {
    field: { type: "number", decimalChar: "," },
    good: decimal.map((text) => text.replace(".", ",")),
    odd: ["1.5", "1,5,5", ",5", "5,", "1.000,5", "1 000,5", "INF", "NaN", "1,5e3"],
    constraints: [{ minimum: 0 }, { maximum: 100 }],
  },
  {
    field: { type: "number", groupChar: "," },
    good: fc.oneof(decimal, grouped(",", ".")),
    odd: ["1,23", "12,34,567", ",123", "1,,000", "1,000,", "1,000.5,0", "1,0000", "-1,000", "1234,567"],
    constraints: [{ minimum: 1000 }, { maximum: 50000 }],
  },
  {
    field: { type: "number", groupChar: " ", decimalChar: "," },
    good: fc.oneof(
      decimal.map((text) => text.replace(".", ",")),
      grouped(" ", ","),
    ),
    odd: ["1 23", "1 000,5", "1\u00A0000", "1\u202F000,5", "1.5", " 1 000", "1  000"],
    constraints: [{ minimum: 1000 }],
  },
  {
    field: { type: "number", bareNumber: false },
    good: fc
      .tuple(fc.constantFrom("$", "€", "", "USD "), decimal, fc.constantFrom("", "%", " kg"))
      .map((p) => p.join("")),
    odd: ["$", "$-5.5", "-$5", "5.5.5%", "a1b2", "(5)", "$.5", "5.%", "1e3$", "NaN", "INF"],
    constraints: [{ minimum: 0 }],
  },
  {
    field: { type: "boolean" },
    good: fc.constantFrom("true", "True", "TRUE", "1", "false", "False", "FALSE", "0"),
    odd: ["tRUE", "yes", "no", "T", "F", " true", "1.0", "01", "vrai"],
    constraints: [{ enum: [true] }, { enum: ["true"] }, { enum: ["false", "1"] }],
  },
  {
    field: { type: "boolean", trueValues: ["oui", "O"], falseValues: ["non", "N"] },
    good: fc.constantFrom("oui", "O", "non", "N"),
    odd: ["Oui", "true", "1", "0", "n", "oui "],
    constraints: [{ enum: ["oui"] }],
  },
  {
    field: { type: "year" },
    good: fc.integer({ min: 1000, max: 9999 }).map(String),
    odd: [
      "0000",
      "0001",
      "-2000",
      "20000",
      "202",
      "2026Z",
      "2026+01:00",
      " 202",
      "+202",
      "20 6",
      "２０２６",
      "2_26",
      "02026",
    ],
    constraints: [{ minimum: 1950 }, { maximum: "2030" }, { enum: [2025, 2026] }, { enum: ["2026"] }],
  },
];
