import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { CompareQuery, Comparison } from "./compare";
import { Days } from "./days";
import { json, path, problems } from "./openapi-parts";
import { ReportQuery } from "./report";
import { RowsHeaders, RowsQuery } from "./rows";

/** The doors that give a validation's report, its rows, and its difference from an earlier one. */
export const reportPaths = {
  "/api/validations/{id}/report": {
    get: {
      operationId: "getReport",
      summary: "The whole report, in the shape of a Frictionless report or our own",
      description:
        "`frictionless` can be read by what reads frictionless-py's reports: errors are the kept findings of severity error, each with our own words under `facnet`; `stats.errors` is exact, and `warnings` say which checks did not run and when fewer findings are kept than were counted. `facnet` is what `facnet check --format json` prints.",
      requestParams: { path, query: ReportQuery },
      responses: {
        "200": json("The report.", z.record(z.string(), z.unknown())),
        ...problems(400, 404, 409),
      },
    },
  },
  "/api/validations/{id}/rows": {
    get: {
      operationId: "getRows",
      summary: "The faulty rows, to mend, or the sound rows, to send on, as CSV",
      description:
        "Exact while the file is kept (`keepHours`). `faulty` has `facnet_row`, `facnet_findings` and `facnet_messages` before the file's own columns, in UTF-8 with a byte order mark and safe to open in a spreadsheet; a record that could not be read is one cell. `sound` is the file itself without the faulty records, byte for byte, unless `safe` is true. Once the file is gone, `faulty` has the rows that are stored and `sound` is answered with 410.",
      requestParams: { path, query: RowsQuery },
      responses: {
        "200": {
          description: "The rows.",
          headers: RowsHeaders,
          content: { "text/csv": { schema: z.string() } },
        },
        ...problems(400, 404, 409, 410),
      },
    },
  },
  "/api/validations/{id}/days": {
    get: {
      operationId: "listDays",
      summary: "Kept findings by subject and day, with the money at stake",
      description:
        "For a ruleset with an `overview`. Exact for the kept findings; `keptOnly` says that more were counted.",
      requestParams: { path },
      responses: { "200": json("The subjects, each with its days.", Days), ...problems(404, 409) },
    },
  },
  "/api/validations/{id}/compare": {
    get: {
      operationId: "compareValidations",
      summary: "What was mended since an earlier validation of the same ruleset, and what is new",
      description:
        "`totals` are exact. The lists compare kept findings by code, field and the text of their rows, which may have moved.",
      requestParams: { path, query: CompareQuery },
      responses: { "200": json("The comparison.", Comparison), ...problems(400, 404, 409) },
    },
  },
} satisfies ZodOpenApiPathsObject;
