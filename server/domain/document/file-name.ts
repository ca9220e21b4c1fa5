/** What the file of a paper is called when it leaves the archive: by the serial, as Kế hoạch 515/KH-BCA-BNNMT names scans. Pure. */
import type { DocumentKind } from './document.ts';

/** A serial as a file may be called by it: legacy ones hold anything. */
export const scanNameOf = (serial: string): string =>
  serial
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_')
    .replace(/^\.+/u, '_') || '_';

/** `…-GCN.pdf` of a certificate, `…-GT.pdf` of another paper of its dossier; by its id where no serial is known. */
export function paperFileName(paper: {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly serial: string | null;
}): string {
  const by = paper.serial === null ? paper.id.slice(0, 8) : scanNameOf(paper.serial);
  return `${by}-${paper.kind.startsWith('certificate_') ? 'GCN' : 'GT'}.pdf`;
}
