/** What was registered on parcels after a day, and since when they are kept here: nothing is entered behind it. */
import type { DealingKind } from '../../../domain/dealing/dealing-kind.ts';
import { dealingStates } from '../../../domain/dealing/dealing-state.ts';
import type { Trx } from '../../kit/transaction.ts';

export interface LaterChange {
  readonly no: string;
  readonly dealingId: string;
  readonly kind: DealingKind;
  readonly at: Date;
}

/** What counts besides the parcels themselves. */
export interface LaterThan {
  readonly day: string;
  /** Also the parcels that meet them, whose corners a change of land moves, and what lay there meanwhile. */
  readonly around: boolean;
  /** Whose details the dealing corrects; null for any other. */
  readonly partyId: string | null;
}

/**
 * The last dealing registered after the beginning of a day on each of these parcels: that made their present versions, was about
 * them, or raised or ended what burdens them.
 */
export async function listLaterChanges(
  trx: Trx,
  parcelIds: readonly string[],
  { day, around, partyId }: LaterThan,
): Promise<LaterChange[]> {
  const { rows } = await trx.query<LaterChange>(
    `with own as (select parcel_id, parcel_no, geom, raised_by from cadastre.parcel_version where parcel_id = any($1::uuid[]) and status = 'current'),
     change as (
       select parcel_no, raised_by as dealing_id from own
       union select o.parcel_no, t.dealing_id from own o join dealing.target t using (parcel_id)
       union select v.parcel_no, unnest(array[v.raised_by, v.ended_by]) from own o join cadastre.parcel_version v on $3
         and v.geom && st_expand(o.geom, 0.05) and st_dwithin(v.geom, o.geom, 0.05) and v.status <> 'pending'
       union select o.parcel_no, f.dealing_id from own o join rights."right" r on r.parcel_id = o.parcel_id and r.ended_at is null
         cross join lateral (
           select unnest(array[m.raised_by, m.ended_by]) from rights.mortgaged_right b join rights.mortgage m using (mortgage_id) where b.right_id = r.right_id
           union all
           select unnest(array[l.raised_by, l.ended_by]) from rights.leased_right b join rights.lease l using (lease_id) where b.right_id = r.right_id) f(dealing_id)
       union select o.parcel_no, d.raised_by from own o join party.detail d on d.party_id = $5)
     select distinct on (c.parcel_no) c.parcel_no as no, d.dealing_id as "dealingId", d.kind, d.registered_at as at
     from change c join dealing.dealing d using (dealing_id)
     where d.status = any($4) and d.registered_at > $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
     order by c.parcel_no, d.registered_at desc`,
    [parcelIds, day, around, dealingStates('registered'), partyId],
  );
  return rows;
}

export interface KeptSince {
  readonly no: string;
  readonly day: string;
}

/** Since which day the land of each of these parcels is kept in this register, in whatever parcels it lay before. */
export async function listKeptSince(trx: Trx, parcelIds: readonly string[]): Promise<KeptSince[]> {
  const { rows } = await trx.query<KeptSince>(
    `with recursive land as (
       select w.id as parcel_id, w.id as came_from from unnest($1::uuid[]) w(id)
       union select l.parcel_id, g.parent_id from land l join cadastre.lineage g on g.child_id = l.came_from)
     select max(n.parcel_no) as no, (min(v.recorded_at) at time zone 'Asia/Ho_Chi_Minh')::date::text as day
     from land l join cadastre.parcel_version v on v.parcel_id = l.came_from
     cross join lateral (select parcel_no from cadastre.parcel_version o where o.parcel_id = l.parcel_id order by o.version_no desc limit 1) n
     group by l.parcel_id`,
    [parcelIds],
  );
  return rows;
}
