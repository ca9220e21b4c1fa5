import { insertProof } from '../../../db/dealing/proofs.ts';
import { readConfirmedPapers, registerLinksOf } from '../../../db/document/confirmed-papers.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import { verdict } from '../../../domain/dealing/verdict.ts';
import { type ConfirmedPaper, type JudgedPaper, judgeCertificate } from '../../../domain/document/judge-certificate.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { derivedId } from '../carry/derived-id.ts';
import type { ParcelKind, Subject } from '../dealing-kind-interface.ts';

type Batch = Subject<'certificate_confirmation'>;
type Judged = JudgedPaper & { readonly paper: ConfirmedPaper | undefined };

/** Every paper by itself, in the order in which they are named. */
async function judged(trx: Trx, { payload, standing }: Batch): Promise<Judged[]> {
  const papers = await readConfirmedPapers(
    trx,
    payload.documents.map(({ documentId }) => documentId),
  );
  return payload.documents.flatMap(({ documentId, parcelId }) => {
    const parcel = standing.find((one) => one.parcelId === parcelId);
    const paper = papers.find((one) => one.documentId === documentId);
    return parcel ? [{ ...judgeCertificate(paper, documentId, parcel), paper }] : [];
  });
}

/** The parcels of the papers are the targets, all of them and no others. */
function fits({ payload, targets }: Batch): boolean {
  const named = new Set(payload.documents.map(({ parcelId }) => parcelId));
  return named.size === targets.length && targets.every(({ parcelId }) => named.has(parcelId));
}

/**
 * Xác nhận quyền theo giấy chứng nhận đã quét: certificates of the archive stand with their parcels, and legacy rights that they bear
 * out are confirmed. Of rights nothing else changes.
 */
export const CERTIFICATE_CONFIRMATION: ParcelKind<'certificate_confirmation'> = {
  kind: 'certificate_confirmation',
  async plan(trx, subject) {
    if (!fits(subject)) return { verdicts: [verdict('archive.targets_unfit')], land: [], rights: [] };
    const found = await judged(trx, subject);
    const rights = new Map(found.flatMap((one) => one.rights).map((right) => [right.rightId, right]));
    return {
      verdicts: found.flatMap(({ verdicts }) => verdicts),
      land: [],
      rights: subject.standing.flatMap((parcel) =>
        parcel.rights
          .filter(({ rightId }) => rights.has(rightId))
          .map((right) => ({
            rightId: right.rightId,
            parcelId: parcel.parcelId,
            holder: right.holder,
            share: shareText(right),
            change: 'kept' as const,
          })),
      ),
    };
  },
  async register(trx, dealingId, subject) {
    const proven = new Set<string>();
    for (const { paper, rights } of await judged(trx, subject)) {
      if (!paper?.serial || !paper.issuedOn) throw new Error('a paper that proves nothing was registered');
      for (const { rightId, verified } of rights) {
        // Of two papers that say the same, the first that is named proves it.
        if (verified || proven.has(rightId)) continue;
        proven.add(rightId);
        await insertProof(trx, dealingId, subject.communeCode, {
          proofId: derivedId(dealingId, 'proof', rightId),
          rightId,
          document: { no: paper.serial, date: paper.issuedOn, documentId: paper.documentId },
        });
      }
    }
    // Who put a paper to its parcel does not decide that it stands there.
    if ((await registerLinksOf(trx, dealingId, subject.payload.documents)) === 'own') throw new Problem('dealing.own');
  },
};
