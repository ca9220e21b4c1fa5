/** What the file of a paper is called when it leaves the archive: by the serial, as Kế hoạch 515/KH-BCA-BNNMT names scans. Pure. */
import type { DocumentKind } from './document.ts';

/** `…-GCN.pdf` of a certificate, `…-GT.pdf` of another paper of its dossier; by its id where no serial is known. */
export function paperFileName(paper: {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly serial: string | null;
}): string {
  const by = paper.serial === null ? paper.id.slice(0, 8) : paper.serial.replaceAll(/\s+/gu, '');
  return `${by}-${paper.kind.startsWith('certificate_') ? 'GCN' : 'GT'}.pdf`;
}
