import type { Case } from "./case";
import type { Difference } from "./compare";
import { type Explanation, isBlank, isMissing, ofRows } from "./explanation";

const two = [
  { name: "f1", type: "string" },
  { name: "f2", type: "string" },
];
const names = ({ schema }: Case) => schema.fields.map(({ name }) => name);
const keyCells = ({ test, cells, column }: Difference) =>
  column > 0
    ? [cells[column - 1]]
    : (test.schema.primaryKey ?? []).map((name) => cells[names(test).indexOf(name)]);
const isKeyColumn = ({ test, column }: Difference, other: number) =>
  column > 0 ? other === column : test.schema.primaryKey?.includes(names(test)[other - 1] ?? "") === true;
const isKey = ({ ours, theirs }: Difference) =>
  [...ours, ...theirs].every((kind) => kind === "primary-key" || kind === "unique-error");

/** Differences over primary keys and unique fields. */
export const explainedKeys: Explanation[] = [
  {
    id: "key-of-blank-row",
    why: "A blank row has one finding, and takes no part in keys. Frictionless adds that its primary key is missing, or finds it again in another row.",
    when: (it) =>
      isKey(it) &&
      (isBlank(it.cells) ||
        keyCells(it).every((cell = "") => cell.trim() === "" && !isMissing(it.test, cell))),
    example: ofRows({ fields: two, primaryKey: ["f1"] }, ["a", "b"], []),
  },
  {
    id: "key-of-faulty-cells",
    why: "A cell that is not of its type stands in a key as it is written. For Frictionless it is no value, so that any two of them are the same, and a key of them alone is missing.",
    when: (it) =>
      isKey(it) &&
      [...it.said.ours, ...it.said.theirs].some(
        ({ kind, column }) => kind === "type-error" && isKeyColumn(it, column),
      ),
    example: ofRows({ fields: [{ name: "f1", type: "integer" }], primaryKey: ["f1"] }, ["x"]),
  },
  {
    id: "key-named-twice",
    why: "A set of fields that is asked to be unique twice, as the primary key and by `unique`, is checked once.",
    when: (it) =>
      it.theirs.join() === "unique-error" &&
      it.ours.length === 0 &&
      it.test.schema.primaryKey?.join() === it.field?.name,
    example: ofRows(
      { fields: [{ name: "f1", type: "string", constraints: { unique: true } }], primaryKey: ["f1"] },
      ["a"],
      ["a"],
    ),
  },
  {
    id: "key-that-is-required",
    why: "A missing cell that is required and part of the primary key is told once, as `required`.",
    when: (it) => isKey(it) && it.theirs.length > 0 && keyCells(it).every((cell) => isMissing(it.test, cell)),
    example: ofRows(
      {
        fields: [
          { name: "f1", type: "string", constraints: { required: true } },
          { name: "f2", type: "string" },
        ],
        primaryKey: ["f1"],
      },
      ["", "b"],
    ),
  },
  {
    id: "key-in-part-missing",
    why: "The specification requires a value in each field of a primary key; Frictionless complains only when all are missing.",
    when: (it) => isKey(it) && it.ours.length > 0 && keyCells(it).some((cell) => isMissing(it.test, cell)),
    example: ofRows({ fields: two, primaryKey: ["f1", "f2"] }, ["a", ""]),
  },
];
