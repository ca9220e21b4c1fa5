/** Facts beside land, rights and their mortgages that dealings raise and end: a reversal ends the first and raises the others anew. */
import type { Trx } from '../kit/transaction.ts';

/** Tables of facts with a life of their own, and what of a row goes over to the one that is raised anew. */
const FACTS = [
  {
    table: 'party.detail',
    id: 'detail_id',
    keeps: 'party_id, name, search_key, address, identity_ordinal, document',
  },
  {
    table: 'rights.proof',
    id: 'proof_id',
    keeps: 'right_id, commune_code, document',
  },
  {
    table: 'rights.restriction',
    id: 'restriction_id',
    keeps: 'parcel_id, commune_code, kind, geom_legal, document',
  },
] as const;

/** SQL: dealings that ended what dealing $1 raised. */
export const ENDED_FACTS = FACTS.map(
  ({ table }) => `select ended_by from ${table} where raised_by = $1 and ended_by is not null`,
)
  .concat('select ended_by from rights.lease where raised_by = $1 and ended_by is not null')
  .join(' union ');

/** Ends what the undone dealing raised; what it ended holds again, under new ids, by the papers it rested on. */
export async function undoFacts(trx: Trx, by: string, undone: string): Promise<void> {
  for (const { table, id, keeps } of FACTS) {
    await trx.query(
      `update ${table} set ended_at = dealing.legal_moment($1), ended_by = $1 where raised_by = $2 and ended_at is null`,
      [by, undone],
    );
    await trx.query(
      `insert into ${table} (${id}, ${keeps}, raised_by, registered_at)
       select gen_random_uuid(), ${keeps}, $1, dealing.legal_moment($1) from ${table} where ended_by = $2`,
      [by, undone],
    );
  }
}
