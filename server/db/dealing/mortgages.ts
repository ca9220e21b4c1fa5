/** A mortgage that holds, as it would be changed. */
import type { DocumentReference } from '../../domain/dealing/payload/parts.ts';
import type { Trx } from '../kit/transaction.ts';

export interface MortgageInHand {
  readonly mortgageeId: string;
  readonly mortgagee: string;
  readonly document: DocumentReference;
  /** Rights under it that hold, on whatever parcels. */
  readonly rightIds: readonly string[];
  readonly ranksFrom: Date;
}

/** Undefined where it does not hold, or is not to be seen. */
export async function findMortgage(trx: Trx, mortgageId: string): Promise<MortgageInHand | undefined> {
  const { rows } = await trx.query<MortgageInHand>(
    `select m.mortgagee_id as "mortgageeId", party.name_at(m.mortgagee_id, null) as mortgagee, m.document, coalesce(m.ranks_from, m.registered_at) as "ranksFrom",
       array(select b.right_id::text from rights.mortgaged_right b join rights."right" r using (right_id)
         where b.mortgage_id = m.mortgage_id and r.ended_at is null order by 1) as "rightIds"
     from rights.mortgage m where m.mortgage_id = $1 and m.ended_at is null`,
    [mortgageId],
  );
  return rows[0];
}
