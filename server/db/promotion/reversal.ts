/** Taking a promotion back: nothing is deleted, everything it raised ends by the reversing dealing. */
import { dealingStates } from '../../domain/dealing/dealing-state.ts';
import type { Trx } from '../kit/transaction.ts';

/**
 * Parcels of a promotion on which something later stands: ended or followed by another version, in a lineage, with a
 * right that another dealing made or ended, or held by another dealing. Up to `limit`, and empty when all can go.
 */
export async function listBuiltUpon(trx: Trx, promotionId: string, limit: number): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    `select p.parcel_id as id from cadastre.parcel p
     where p.raised_by = $1 and (
       (select count(*) from cadastre.parcel_version v where v.parcel_id = p.parcel_id) <> 1
       or exists (select from cadastre.parcel_version v where v.parcel_id = p.parcel_id and (v.status <> 'current' or v.raised_by <> $1))
       or exists (select from cadastre.lineage l where p.parcel_id in (l.parent_id, l.child_id))
       or exists (select from rights."right" r where r.parcel_id = p.parcel_id and (r.raised_by <> $1 or r.ended_at is not null))
       or exists (select from rights.restriction x where x.parcel_id = p.parcel_id)
       or exists (select from rights.caveat c where c.parcel_id = p.parcel_id)
       or exists (select from dealing.target t join dealing.dealing d using (dealing_id)
         where t.parcel_id = p.parcel_id and d.status = any($3)))
     order by p.parcel_id limit $2`,
    [promotionId, limit, [...dealingStates('lodged'), ...dealingStates('registered')]],
  );
  return rows.map((row) => row.id);
}

/** Ends every parcel that a promotion raised; how many. */
export async function endParcels(trx: Trx, promotionId: string, reversalId: string): Promise<number> {
  const { rowCount } = await trx.query(
    `update cadastre.parcel_version set status = 'historic', ended_at = now(), ended_by = $2 where raised_by = $1 and status = 'current'`,
    [promotionId, reversalId],
  );
  return rowCount ?? 0;
}

/** Ends every right that a promotion made; how many. */
export async function endRights(trx: Trx, promotionId: string, reversalId: string): Promise<number> {
  const { rowCount } = await trx.query(
    `update rights."right" r set ended_at = now(), ended_by = $2
     from cadastre.parcel p where p.raised_by = $1 and r.parcel_id = p.parcel_id and r.raised_by = $1 and r.ended_at is null`,
    [promotionId, reversalId],
  );
  return rowCount ?? 0;
}
