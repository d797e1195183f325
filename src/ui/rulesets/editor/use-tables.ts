"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { readTableFile } from "./read-table-file";

/** CSV text by the path of the reference table. */
export type AttachedTables = Readonly<Record<string, string>>;

export interface EditedTable {
  name: string;
  path: string;
  /** Bytes of what was attached and is not saved yet. */
  attachedBytes: number | null;
  /** Rows of what the latest version has. */
  savedRows: number | null;
}

interface Named {
  name: string;
  path: string;
}

/** The reference tables of the text that is being written: what the latest version has, and what was attached since. */
export function useTables(id: string | undefined, named: readonly Named[]) {
  const trpc = useTRPC();
  const [attached, setAttached] = useState<AttachedTables>({});
  const saved = useQuery({
    ...trpc.rulesets.tables.queryOptions({ id: id ?? "" }),
    enabled: id !== undefined && named.length > 0,
  });
  const paths = new Set(named.map(({ path }) => path));
  const toSend = Object.fromEntries(Object.entries(attached).filter(([path]) => paths.has(path)));
  const list = named
    .filter(({ path }, at) => named.findIndex((other) => other.path === path) === at)
    .map(({ name, path }): EditedTable => {
      const text = toSend[path];
      return {
        name,
        path,
        attachedBytes: text === undefined ? null : new Blob([text]).size,
        savedRows: saved.data?.find((table) => table.path === path)?.rows ?? null,
      };
    });
  return {
    list,
    /** The attached tables that the text names. */
    toSend,
    isDirty: Object.keys(toSend).length > 0,
    attach: (tables: AttachedTables) => setAttached((before) => ({ ...before, ...tables })),
    async attachFile(path: string, file: File) {
      const text = await readTableFile(file);
      setAttached((before) => ({ ...before, [path]: text }));
    },
    takeBack: (path: string) =>
      setAttached((before) => Object.fromEntries(Object.entries(before).filter(([other]) => other !== path))),
    forget: () => setAttached({}),
  };
}
export type Tables = ReturnType<typeof useTables>;
