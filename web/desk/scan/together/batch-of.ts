/** Confirmed certificates that are proposed at once, each judged by itself. Pure. */
import type { DealingDraft } from '../../../../server/domain/contract/dealing/dealing-draft.ts';
import type { Verdict } from '../../../api/dealings.ts';
import type { DocumentSummary } from '../../../api/document/documents.ts';

/** A certificate and a parcel that it stands with, or is proposed for. */
export interface PaperOfBatch {
  readonly document: DocumentSummary;
  readonly parcelId: string;
  readonly version: number;
  readonly sheet: string;
  readonly no: string;
}

/** Most parcels and papers of one dealing. */
export const MOST_PARCELS = 100;
export const MOST_PAPERS = 200;

/** Whether a paper can be registered by a dealing: a confirmed certificate with a parcel. */
export const isForDealing = ({ kind, status, links }: DocumentSummary): boolean =>
  status === 'confirmed' && kind.startsWith('certificate_') && links.some((link) => link.status !== 'refused');

export const papersOf = (documents: readonly DocumentSummary[]): PaperOfBatch[] =>
  documents
    .filter(isForDealing)
    .flatMap((document) =>
      document.links
        .filter(({ status }) => status !== 'refused')
        .map(({ parcelId, version, sheet, no }) => ({ document, parcelId, version, sheet, no })),
    );

/** Why these cannot be one dealing; null where they can. */
export function tooMuch(papers: readonly PaperOfBatch[]): 'communes' | 'many' | null {
  if (new Set(papers.map(({ document }) => document.commune.code)).size > 1) return 'communes';
  const parcels = new Set(papers.map(({ parcelId }) => parcelId)).size;
  return parcels > MOST_PARCELS || papers.length > MOST_PAPERS ? 'many' : null;
}

/** One dealing on all of them. */
export function batchDraft(papers: readonly PaperOfBatch[]): DealingDraft {
  const targets = new Map(papers.map(({ parcelId, version }) => [parcelId, { parcelId, version }]));
  return {
    kind: 'certificate_confirmation',
    targets: [...targets.values()],
    payload: { documents: papers.map(({ document, parcelId }) => ({ documentId: document.id, parcelId })) },
  };
}

/** What the rules say of one paper: by itself, and of its parcel. */
export const verdictsOf = (paper: PaperOfBatch, verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.filter(({ facts }) =>
    facts.documentId === undefined
      ? facts.parcelId === paper.parcelId
      : facts.documentId === paper.document.id && facts.parcelId === paper.parcelId,
  );
