import { insertProof } from '../../../db/dealing/proofs.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { DocumentReference } from '../../../domain/dealing/payload/parts.ts';
import { unprovenRights } from '../../../domain/dealing/rested-on.ts';
import { judge } from '../../../domain/dealing/rule/judge.ts';
import { unproven } from '../../../domain/dealing/rule/right/unproven.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import type { Subject } from '../dealing-kind-interface.ts';
import { derivedId } from './derived-id.ts';

type OnLegacy = Pick<Subject, 'kind' | 'payload' | 'standing'>;

const proofOf = (payload: object): DocumentReference | undefined =>
  'proof' in payload ? (payload.proof as DocumentReference | undefined) : undefined;

/** A right that only repeats a legacy record carries a dealing only together with the paper that proves it. */
export function judgeProof({ kind, payload, standing }: OnLegacy): Verdict[] {
  const proof = proofOf(payload);
  return standing.flatMap((parcel) => {
    const rights = unprovenRights(kind, payload, parcel).length;
    const about = { parcelId: parcel.parcelId, no: parcel.no, rights };
    return [
      ...judge(unproven, { ...about, hasProof: proof !== undefined }),
      ...(rights > 0 && proof ? [verdict('right.proven', { ...about, documentNo: proof.no })] : []),
    ];
  });
}

/** Confirms the rights that a dealing rests on, before it is written. */
export async function keepProofs(
  trx: Trx,
  dealingId: string,
  { kind, payload, standing, communeCode }: Subject,
): Promise<void> {
  const proof = proofOf(payload);
  if (!proof) return;
  for (const parcel of standing) {
    for (const { rightId } of unprovenRights(kind, payload, parcel)) {
      await insertProof(trx, dealingId, communeCode, {
        proofId: derivedId(dealingId, 'proof', rightId),
        rightId,
        document: proof,
      });
    }
  }
}
