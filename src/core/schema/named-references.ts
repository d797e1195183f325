import { z } from "zod";
import { ReferenceTable } from "./reference-table";

const NamedReference = ReferenceTable.pick({ name: true, path: true }).loose();
export interface NamedReference {
  name: string;
  path: string;
}

const Document = z.looseObject({ references: z.array(z.unknown()) });

/** The reference tables that a document names, as far as they can be read while it is being written. */
export function namedReferences(document: unknown): NamedReference[] {
  return (Document.safeParse(document).data?.references ?? []).flatMap((item) => {
    const named = NamedReference.safeParse(item);
    return named.success ? [{ name: named.data.name, path: named.data.path }] : [];
  });
}
