/** The three ways in which a file's bytes come over HTTP. Each asks for the file to be kept, so that a run takes none away. */
export interface Door {
  name: string;
  path: string;
  headers: Record<string, string>;
  /** What the body has around the file's bytes. */
  before: string;
  after: string;
}

const boundary = "the-boundary";

export const doors: readonly Door[] = [
  {
    name: "tRPC",
    path: "/api/trpc/files.upload",
    headers: { "content-type": "application/octet-stream", "x-file-name": "rows.csv" },
    before: "",
    after: "",
  },
  {
    name: "a raw body",
    path: "/api/validations?fileName=rows.csv&keepHours=1",
    headers: { "content-type": "text/csv" },
    before: "",
    after: "",
  },
  {
    name: "a form",
    path: "/api/validations?keepHours=1",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    before: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="rows.csv"\r\n\r\n`,
    after: `\r\n--${boundary}--\r\n`,
  },
];
