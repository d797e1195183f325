"use client";

import { useRef, useState } from "react";
import { useTRPCClient } from "../../trpc";
import { errorCodeOf } from "../../use-reason";
import type { RulesetPreview } from "../../wire";
import type { AttachedTables } from "./use-tables";

export type TryState =
  | { kind: "none" }
  | { kind: "running"; name: string }
  | { kind: "done"; name: string; preview: RulesetPreview }
  | { kind: "failed"; name: string; code: string };

/** As much of a file as the service tries. */
const mostBytes = 1024 * 1024;

/** Tries the unsaved text, with the tables attached to it, on the beginning of a local file. */
export function useTryFile(textNow: () => string, tables: AttachedTables) {
  const client = useTRPCClient();
  const [state, setState] = useState<TryState>({ kind: "none" });
  const file = useRef<File | null>(null);
  const running = useRef<AbortController | null>(null);

  async function run(chosen: File) {
    file.current = chosen;
    running.current?.abort();
    const turn = new AbortController();
    running.current = turn;
    const { name } = chosen;
    setState({ kind: "running", name });
    try {
      const ruleset = new Blob([textNow()]);
      const parts = Object.entries(tables).map(([path, text]) => ({ path, content: new Blob([text]) }));
      const contents = parts.map(({ content }) => content);
      const body = new Blob([ruleset, ...contents, chosen.slice(0, mostBytes)]);
      const headers = {
        "x-ruleset-bytes": String(ruleset.size),
        "x-tables": parts.map(({ path, content }) => `${path}=${content.size}`).join(","),
        "x-file-bytes": String(chosen.size),
      };
      const preview = await client.rulesets.try.mutate(body, { context: { headers }, signal: turn.signal });
      if (!turn.signal.aborted) setState({ kind: "done", name, preview });
    } catch (error) {
      if (!turn.signal.aborted) setState({ kind: "failed", name, code: errorCodeOf(error) });
    }
  }

  return {
    state,
    run,
    again: () => {
      if (file.current) void run(file.current);
    },
  };
}
