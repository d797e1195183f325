import type { Finding, Severity } from "../findings/finding";
import { type FindingLocale, renderFinding } from "../findings/render-finding";

const commands = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<
  Severity,
  string
>;

/** One finding as a workflow command, which GitHub Actions shows as an annotation on the file's line. */
export function githubAnnotation(finding: Finding, path: string, locale: FindingLocale): string {
  const { title, message, remedy } = renderFinding(finding, locale);
  const { severity, line, row, field } = finding;
  const place = [row === null ? null : `row ${row}`, field].filter((part) => part !== null).join(", ");
  const properties = [
    `file=${property(path)}`,
    ...(line === null ? [] : [`line=${line}`]),
    `title=${property(place ? `${title} (${place})` : title)}`,
  ];
  return `::${commands[severity]} ${properties.join(",")}::${data(remedy ? `${message} ${remedy}` : message)}`;
}

/** A remark on the whole report, as a notice on the file. */
export function githubNotice(remark: string, path: string): string {
  return `::notice file=${property(path)}::${data(remark)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
