/** What a file is by its first bytes; its name is a label and says nothing. */
export type ScanKind = 'pdf' | 'jpeg' | 'png' | 'tiff';

/** Bytes in which a PDF may begin (ISO 32000-1, Annex H: readers accept the header within the first 1024). */
export const HEAD_BYTES = 1024;

const startsWith = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);

export function scanKindOf(head: Buffer): ScanKind | null {
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  // Classic TIFF (42) and BigTIFF (43), either byte order.
  for (const version of [42, 43]) {
    if (startsWith(head, 0x49, 0x49, version, 0) || startsWith(head, 0x4d, 0x4d, 0, version)) return 'tiff';
  }
  return head.subarray(0, HEAD_BYTES).includes('%PDF-') ? 'pdf' : null;
}
