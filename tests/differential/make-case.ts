import fc from "fast-check";
import type { Case, Descriptor } from "./case";
import { type Kind, kinds } from "./kinds";

const missing = ["", "NA", "-"];

/** Cells of a kind: most fit, some nearly do, some are missing, some have a character changed. */
function cellsOf({ good, odd }: Kind): fc.Arbitrary<string> {
  const sign = fc.constantFrom(..." 0_-+.:,TZe\u00A0é");
  const changed = fc.tuple(good, fc.nat(40), fc.nat(1), sign).map(([text, at, cut, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + cut);
  });
  return fc.oneof(
    { weight: 12, arbitrary: good },
    { weight: 4, arbitrary: fc.constantFrom(...odd) },
    { weight: 2, arbitrary: fc.constantFrom(...missing) },
    { weight: 1, arbitrary: changed },
  );
}

const column = fc.constantFrom(...kinds).chain((kind) =>
  fc.record({
    field: fc
      .tuple(
        fc.option(fc.constantFrom({}, ...kind.constraints), { nil: undefined }),
        fc
          .nat(9)
          .map((roll) => ({ ...(roll < 2 && { required: true }), ...(roll === 5 && { unique: true }) })),
      )
      .map(([own, shared]) => {
        const constraints = { ...own, ...shared };
        return Object.keys(constraints).length === 0 ? kind.field : { ...kind.field, constraints };
      }),
    cells: fc.array(cellsOf(kind), { minLength: 30, maxLength: 30 }),
  }),
);

const dialect = fc.record({
  delimiter: fc.constantFrom(",", ",", ";", "\t", "|"),
  quoteChar: fc.constantFrom('"', '"', '"', "'"),
  skipInitialSpace: fc.constantFrom(false, false, false, false, true),
  escapes: fc.constantFrom(false, false, false, false, false, true),
  comments: fc.constantFrom(false, false, false, false, false, true),
  header: fc.constantFrom(true, true, true, true, true, false),
});

type HeaderFault = (labels: string[], at: number) => string[];
const headerFaults: HeaderFault[] = [
  (labels, at) => labels.toSpliced(at, 1),
  (labels, at) => labels.toSpliced(at, 0, "more"),
  (labels) => [...labels, "more"],
  (labels, at) => labels.with(at, ""),
  (labels, at) => labels.with(at, labels[0] ?? ""),
  (labels, at) => labels.with(at, (labels[at] ?? "").toUpperCase()),
  (labels, at) => labels.with(at, `${labels[at]} `),
  (labels, at) => labels.with(at, "other"),
  (labels) => labels.toReversed(),
];

type RowFault = (cells: string[]) => string[];
const same: RowFault = (cells) => cells;
const rowFaults: RowFault[] = [
  (cells) => cells.slice(0, -1),
  (cells) => [...cells, "extra"],
  (cells) => [...cells, ""],
  () => [],
  (cells) => cells.map(() => ""),
  (cells) => cells.map(() => " "),
  (cells) => cells.map((_, i) => (i % 2 ? "NA" : "")),
];

/** Files of up to thirty rows with a schema and a dialect, sound and faulty. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    columns: fc.array(column, { minLength: 1, maxLength: 5, size: "max" }),
    rows: fc.nat(30),
    dialect,
    headerFault: fc.oneof(
      { weight: 8, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...headerFaults) },
    ),
    at: fc.nat(4),
    rowFaults: fc.array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constant(same) },
        { weight: 1, arbitrary: fc.constantFrom(...rowFaults) },
      ),
      { minLength: 30, maxLength: 30 },
    ),
    missingValues: fc.option(fc.constantFrom<string[]>(["", "NA", "-"], ["NA"], []), { freq: 2 }),
    key: fc.nat(9),
    lineEnding: fc.constantFrom("\n" as const, "\r\n" as const),
    quotesAll: fc.constantFrom(false, false, true),
  })
  .map((parts) => {
    const fields = parts.columns.map(({ field }, i): Descriptor => ({ name: `f${i + 1}`, ...field }));
    const names = fields.map(({ name }) => name);
    const { delimiter, quoteChar, skipInitialSpace, escapes, comments, header } = parts.dialect;
    const labels = parts.headerFault ? parts.headerFault(names, parts.at % names.length) : names;
    return {
      schema: {
        fields,
        ...(parts.missingValues && { missingValues: parts.missingValues }),
        ...(parts.key < 3 && { primaryKey: names.slice(0, 1 + (parts.key % 2)) }),
      },
      dialect: {
        delimiter,
        quoteChar,
        skipInitialSpace,
        ...(escapes ? { escapeChar: "\\" } : { doubleQuote: true }),
        ...(comments && { commentChar: "#" }),
        header,
        ...(header && { headerRows: [1] }),
      },
      labels: header ? labels : null,
      rows: Array.from({ length: parts.rows }, (_, row) =>
        (parts.rowFaults[row] ?? same)(parts.columns.map(({ cells }) => cells[row] ?? "")),
      ),
      lineEnding: parts.lineEnding,
      quotesAll: parts.quotesAll,
    };
  });
