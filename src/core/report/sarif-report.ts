import type { Finding, Severity } from "../findings/finding";
import { type FindingLocale, renderFinding } from "../findings/render-finding";

const levels = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  string
>;

/**
 * Findings of one file as a SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), which code
 * hosts and editors show beside the file. `uri` is the file's address as the log's reader knows it.
 */
export function sarifReport(
  findings: readonly Finding[],
  {
    uri,
    version,
    locale,
    remarks,
  }: {
    uri: string;
    version: string;
    locale: FindingLocale;
    /** What the log leaves out, in sentences. */
    remarks: readonly string[];
  },
) {
  const firsts = new Map<string, Finding>();
  for (const finding of findings) if (!firsts.has(finding.code)) firsts.set(finding.code, finding);
  const codes = [...firsts.keys()];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "FacNet Validator",
            semanticVersion: version,
            rules: [...firsts].map(([id, first]) => ({
              id,
              shortDescription: { text: renderFinding(first, locale).title },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: remarks.map((text) => ({ level: "note", message: { text } })),
          },
        ],
        results: findings.map((finding) => result(finding, codes.indexOf(finding.code), uri, locale)),
      },
    ],
  };
}

function result(finding: Finding, ruleIndex: number, uri: string, locale: FindingLocale) {
  const { code, severity, row, line, byte, column, field, impact } = finding;
  const { message, remedy } = renderFinding(finding, locale);
  const region =
    line === null ? {} : { region: { startLine: line, ...(byte !== null && { byteOffset: byte }) } };
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: remedy ? `${message} ${remedy}` : message },
    locations: [{ physicalLocation: { artifactLocation: { uri }, ...region } }],
    properties: { row, column, field, ...(impact !== undefined && { impact }) },
  };
}
