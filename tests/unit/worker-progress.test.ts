import { expect, test } from "vitest";
import { AppError } from "@/errors";
import { describeError } from "../../worker/describe-error";
import { overallProgress } from "../../worker/overall-progress";

test("each stage has its own span of the whole", () => {
  expect(overallProgress("parse", 0)).toBe(0);
  expect(overallProgress("parse", 0.5)).toBe(25);
  expect(overallProgress("insert", 0)).toBe(50);
  expect(overallProgress("rules", 1)).toBe(90);
  expect(overallProgress("store", 0.25)).toBe(92.5);
  expect(overallProgress("store", 1)).toBe(100);
});

test("a share that is out of range or not a number stays inside its stage", () => {
  expect(overallProgress("insert", 7)).toBe(75);
  expect(overallProgress("rules", -1)).toBe(75);
  expect(overallProgress("store", Number.NaN)).toBe(90);
});

test("what is said of an engine's error leaves out its message, which may quote a cell", () => {
  const error = Object.assign(new Error('invalid input syntax for type numeric: "TREM04121925"'), {
    code: "22P02",
  });
  const said = describeError(error);
  expect(said).toMatchObject({ app: null, name: "Error", errno: "22P02" });
  expect(JSON.stringify(said)).not.toContain("TREM04121925");
});

test("a refusal keeps its safe text", () => {
  expect(describeError(new AppError("too-large", "The file is too large.")).app).toEqual({
    code: "too-large",
    message: "The file is too large.",
  });
});
