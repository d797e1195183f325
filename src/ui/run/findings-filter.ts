export interface FindingsFilter {
  severity?: "error" | "warning" | "info";
  code?: string;
  field?: string;
  /** Key of a subject. */
  subject?: string;
  /** ISO, or `none` for findings of no day. */
  day?: string;
}

const pageSize = 50;

/** The input of a findings query. Without a filter it names the list that the stream fills. */
export function findingsInput(runId: string, filter: FindingsFilter = {}) {
  return { runId, limit: pageSize, ...filter };
}
