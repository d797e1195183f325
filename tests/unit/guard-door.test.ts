import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/errors";
import { toProblem } from "@/server/http/problem";

beforeAll(() => {
  process.env.DATABASE_URL = "postgres://unused";
});

it("tells nothing about a fault of ours", () => {
  expect(toProblem(new Error("secret path"))).toEqual({
    type: "about:blank",
    title: "Internal error",
    status: 500,
    code: "internal",
    detail: "internal error",
    errorCategory: null,
  });
});

it("finds the product's error beneath what wraps it", () => {
  const wrapped = new Error("outer", { cause: new AppError("file-gone", "The file is gone.") });
  expect(toProblem(wrapped)).toMatchObject({ status: 410, code: "file-gone", detail: "The file is gone." });
});

it("names wrong input by its path and never repeats it", () => {
  const { error } = z.object({ patient: z.number() }).safeParse({ patient: "TREM04121925" });
  expect(toProblem(error)).toMatchObject({
    status: 400,
    code: "invalid-input",
    detail: "Not valid: patient.",
  });
});
