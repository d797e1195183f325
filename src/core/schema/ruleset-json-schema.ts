import { z } from "zod";
import { Ruleset } from "./ruleset";

/** The JSON Schema (2020-12) of a ruleset's document, for editors. Saving checks more than a schema can say. */
export function rulesetJsonSchema() {
  const schema = z.toJSONSchema(Ruleset, { io: "input", target: "draft-2020-12" });
  return { ...schema, title: "FacNet Validator ruleset" };
}
