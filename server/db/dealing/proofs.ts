/** Papers that prove rights of legacy records. */
import type { DocumentReference } from '../../domain/dealing/payload/parts.ts';
import type { Trx } from '../kit/transaction.ts';

/** SQL: whether the right under this alias is verified, by itself or by a proof that holds now. */
export const isVerified = (right: string): string =>
  `(${right}.verified or exists (select from rights.proof f where f.right_id = ${right}.right_id and f.ended_at is null))`;

export async function insertProof(
  trx: Trx,
  dealingId: string,
  communeCode: string,
  proof: {
    readonly proofId: string;
    readonly rightId: string;
    /** `documentId`: the paper itself, where it is in the archive. */
    readonly document: DocumentReference & { readonly documentId?: string };
  },
): Promise<void> {
  await trx.query(
    `insert into rights.proof (proof_id, right_id, commune_code, document, raised_by, registered_at) values ($1, $2, $3, $4, $5, dealing.legal_moment($5))`,
    [proof.proofId, proof.rightId, communeCode, JSON.stringify(proof.document), dealingId],
  );
}
