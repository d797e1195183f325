import { Ajv, type ErrorObject, type Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { jsonSchemaCost } from "./json-schema-cost";
import { compileLinear } from "./linear-pattern";
import { canonicalJson } from "./parse-json-cell";

/** What in a cell's JSON is not as the JSON Schema of its field asks. */
export interface JsonFault {
  /** Where in the cell, as in `/items/0/price`; empty for the whole. */
  at: string;
  /** The keyword of the schema that is not met. */
  keyword: string;
}

const newDraft = "https://json-schema.org/draft/2020-12/schema";

const options: Options = {
  strictSchema: true,
  strictTypes: false,
  validateFormats: false,
  logger: false,
  messages: true,
  code: { regExp: Object.assign(linearExpression, { code: "linearExpression" }) },
};

/** Patterns inside a JSON Schema run in linear time too. */
function linearExpression(source: string) {
  const linear = compileLinear(source);
  if (linear === null) throw new Error(`the pattern ${source} could run for too long`);
  return { test: linear.finds };
}

function makeAjv(schema: Record<string, unknown>): Ajv | Ajv2020 {
  const ajv = schema.$schema === newDraft ? new Ajv2020(options) : new Ajv(options);
  // Ajv's own compares each item with each other one.
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({ keyword: "uniqueItems", type: "array", schemaType: "boolean", validate: areUnique });
  return ajv;
}

function areUnique(isAsked: boolean, items: unknown[]): boolean {
  return !isAsked || new Set(items.map(canonicalJson)).size === items.length;
}

/** Says what is wrong with a `jsonSchema` constraint and where in it; null when it can be used. */
export function jsonSchemaProblem(
  schema: Record<string, unknown>,
): { path: string[]; message: string } | null {
  if (schema.$async !== undefined) return { path: ["$async"], message: "is not supported" };
  const cost = jsonSchemaCost(schema);
  if (cost !== null) return { path: [], message: cost };
  try {
    const ajv = makeAjv(schema);
    if (ajv.validateSchema(schema) !== true) {
      const [first] = ajv.errors ?? [];
      return { path: pathOf(first), message: first?.message ?? "is no JSON Schema" };
    }
    ajv.compile(schema);
    return null;
  } catch (error) {
    return { path: [], message: error instanceof Error ? error.message : "is no JSON Schema" };
  }
}

function pathOf(error: ErrorObject | undefined): string[] {
  return (error?.instancePath ?? "")
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Compiles a `jsonSchema` constraint without problem into a judge of parsed cells. */
export function compileJsonSchema(schema: Record<string, unknown>): (value: unknown) => JsonFault | null {
  const validate = makeAjv(schema).compile(schema);
  return (value) => {
    if (validate(value) === true) return null;
    const [first] = validate.errors ?? [];
    return { at: first?.instancePath ?? "", keyword: first?.keyword ?? "" };
  };
}
