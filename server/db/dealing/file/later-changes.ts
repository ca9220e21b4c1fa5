/** What was registered on parcels after a day: nothing is entered behind it. */
import { dealingStates } from '../../../domain/dealing/dealing-state.ts';
import type { Trx } from '../../kit/transaction.ts';

export interface LaterChange {
  readonly no: string;
  readonly dealingId: string;
  readonly at: Date;
}

/**
 * The last dealing registered after the beginning of a day on each of these parcels, or that made their present versions; with
 * `around`, also on those that meet them, whose corners a change of land moves.
 */
export async function listLaterChanges(
  trx: Trx,
  parcelIds: readonly string[],
  day: string,
  around: boolean,
): Promise<LaterChange[]> {
  const { rows } = await trx.query<LaterChange>(
    `with own as (select parcel_id, parcel_no, geom, raised_by from cadastre.parcel_version where parcel_id = any($1::uuid[]) and status = 'current'),
     land as (
       select parcel_id, parcel_no, raised_by, true as named from own union
       select v.parcel_id, v.parcel_no, v.raised_by, false from own join cadastre.parcel_version v on $3 and v.status = 'current'
         and v.geom && st_expand(own.geom, 0.05) and st_dwithin(v.geom, own.geom, 0.05) and v.parcel_id <> all($1::uuid[])),
     change as (
       select l.parcel_no, l.raised_by as dealing_id from land l union
       select l.parcel_no, t.dealing_id from land l join dealing.target t using (parcel_id) where l.named)
     select distinct on (c.parcel_no) c.parcel_no as no, d.dealing_id as "dealingId", d.registered_at as at
     from change c join dealing.dealing d using (dealing_id)
     where d.status = any($4) and d.registered_at > $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
     order by c.parcel_no, d.registered_at desc`,
    [parcelIds, day, around, dealingStates('registered')],
  );
  return rows;
}
