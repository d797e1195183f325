const signatures: readonly { format: string; bytes: readonly number[] }[] = [
  { format: "png", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: "jpeg", bytes: [0xff, 0xd8, 0xff] },
  { format: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: "zip", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: "pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { format: "gzip", bytes: [0x1f, 0x8b] },
  { format: "xls", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
];

/** Names the format that the first bytes announce (`png`, `xlsx`, `zip`, `pdf` ...), or null for what may be text. */
export function fileSignature(head: Buffer): string | null {
  const found = signatures.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (!found) return null;
  if (found.format !== "zip") return found.format;
  return head.includes("xl/") || head.includes("[Content_Types].xml") ? "xlsx" : "zip";
}
