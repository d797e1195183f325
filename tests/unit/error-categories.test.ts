import { describe, expect, it } from "vitest";
import { AppError, errorCategoryOf } from "@/errors";
import { toProblem } from "@/server/http/problem";
import { StorageFault } from "@/storage/storage-fault";
import { verdictOf } from "../../cli/verdict";
import { describeError } from "../../worker/describe-error";
import { faultCodeOf } from "../../worker/fault-code";

const withCode = (code: string) => Object.assign(new Error("x"), { code });
const codeOf = (error: unknown) => faultCodeOf({ ...describeError(error), frames: [] });

describe("the code of a fault of ours", () => {
  it("is the database's for what PostgreSQL, Prisma and a cut connection say", () => {
    for (const code of ["57P01", "40001", "P2024", "ECONNREFUSED"])
      expect(codeOf(withCode(code))).toBe("database");
    const named = Object.assign(new Error("x"), { name: "PrismaClientKnownRequestError" });
    expect(codeOf(named)).toBe("database");
    const framed = {
      ...describeError(new Error("x")),
      frames: ["at C (/a/node_modules/pg-pool/index.js:1:1)"],
    };
    expect(faultCodeOf(framed)).toBe("database");
  });
  it("is the shelf's for a fault of the shelf, also when its connection is cut", () => {
    for (const code of ["ECONNREFUSED", "NoSuchBucket", "ENOSPC"])
      expect(codeOf(new StorageFault(code))).toBe("storage");
  });
  it("is the worker's own for the file system and for a bug", () => {
    for (const code of ["EBUSY", "EPERM", "ENOSPC", "EISDIR"])
      expect(codeOf(withCode(code))).toBe("internal");
    expect(codeOf(new TypeError("x"))).toBe("internal");
  });
});

describe("the category", () => {
  it("follows the code of a run", () => {
    const categories = ["invalid-input", "file-gone", "unavailable", "database", "storage", "internal"].map(
      errorCategoryOf,
    );
    expect(categories).toEqual(["file", "file", "queue", "database", "storage", "worker"]);
    expect([errorCategoryOf(null), errorCategoryOf("cancelled")]).toEqual([null, null]);
  });
  it("is in an answer that refuses", () => {
    const category = (error: unknown) => toProblem(error).errorCategory;
    expect(category(new AppError("unavailable", "x", { params: { category: "queue" } }))).toBe("queue");
    expect(category(new AppError("too-large", "x"))).toBe("file");
    expect(category(new AppError("not-found", "x"))).toBeNull();
  });
  it("is told in the terminal with what to do next, in both languages", () => {
    const counts = { error: 0, warning: 0, info: 0 };
    const run = { status: "failed", counts, rows: 0, errorRows: 0, errorMessage: null } as const;
    expect(verdictOf({ ...run, errorCode: "database" }, "en")).toContain("[database] Submit it again");
    expect(verdictOf({ ...run, errorCode: "database" }, "fr")).toContain("[base de données] Soumettez");
  });
});
