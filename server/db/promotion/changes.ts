/** Parcels that are registered already and whose boundary a batch brings anew (docs/adr/0059). */
import { dealingStates } from '../../domain/dealing/dealing-state.ts';
import type { DocumentReference } from '../../domain/dealing/payload/parts.ts';
import type { Trx } from '../kit/transaction.ts';

export interface ResurveyedRecord {
  readonly parcelId: string;
  readonly version: number;
  readonly ewkb: string;
  readonly srid: number;
  /** Rings of the record, east and north in metres of its system; none repeats its first corner. */
  readonly rings: number[][][];
  readonly areaM2: number;
  /** East and north in metres of the same system. */
  readonly featurePoint: readonly [number, number];
}

const RESURVEYED = `from staging.difference d join staging.record r using (batch_id, record_no)
  where d.batch_id = $1 and 'boundary' = any(d.fields) and r.status in ('valid', 'warned')`;

/** The boundaries that a promotion would register, in the order of their parcels. */
export async function listResurveyed(trx: Trx, batchId: string): Promise<ResurveyedRecord[]> {
  const { rows } = await trx.query<
    Omit<ResurveyedRecord, 'featurePoint' | 'rings'> & { shape: { coordinates: number[][][] }; x: number; y: number }
  >(
    `select d.parcel_id as "parcelId", d.version_no as version, substr(st_asewkb(r.geom_legal)::text, 3) as ewkb, st_srid(r.geom_legal) as srid,
       st_asgeojson(r.geom_legal, 4)::json as shape, r.area_m2::float8 as "areaM2", st_x(r.feature_point) as x, st_y(r.feature_point) as y
     ${RESURVEYED} order by d.parcel_id`,
    [batchId],
  );
  return rows.map(({ shape, x, y, ...row }) => ({
    ...row,
    rings: shape.coordinates.map((ring) => ring.slice(0, -1)),
    featurePoint: [x, y],
  }));
}

export async function countResurveyed(trx: Trx, batchId: string): Promise<number> {
  const { rows } = await trx.query<{ n: number }>(`select count(*)::int as n ${RESURVEYED}`, [batchId]);
  return rows[0]?.n ?? 0;
}

/** On what new boundaries rest: the paper that their proposal names, and the two people. */
export interface Decided {
  readonly survey: DocumentReference | null;
  readonly proposedBy: string;
  readonly approvedBy: string;
}

export async function findDecided(trx: Trx, dealingId: string): Promise<Decided | undefined> {
  const { rows } = await trx.query<Decided>(
    `select p.survey, d.proposed_by as "proposedBy", d.approved_by as "approvedBy"
     from dealing.proposal p join dealing.dealing d using (dealing_id) where p.dealing_id = $1`,
    [dealingId],
  );
  return rows[0];
}

/** Re-surveys that a promotion registered and that nobody took back since. */
export async function listPromotedChanges(trx: Trx, batchId: string): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    `select d.dealing_id as id from dealing.dealing d where d.batch_id = $1 and d.kind = 'resurvey' and d.status = any($2)
       and not exists (select from dealing.dealing u where u.reverses = d.dealing_id and u.status = any($2))
     order by 1`,
    [batchId, dealingStates('registered')],
  );
  return rows.map(({ id }) => id);
}

/** Parcels of these re-surveys on which something later stands: another version, or an open dealing. */
export async function listChangedUpon(trx: Trx, dealings: readonly string[], limit: number): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    `select t.parcel_id as id from dealing.target t
     where t.dealing_id = any($1) and (
       not exists (select from cadastre.parcel_version v where v.parcel_id = t.parcel_id and v.raised_by = t.dealing_id and v.status = 'current')
       or exists (select from dealing.target o join dealing.dealing d using (dealing_id)
         where o.parcel_id = t.parcel_id and o.dealing_id <> t.dealing_id and d.status = any($2)))
     order by t.parcel_id limit $3`,
    [dealings, dealingStates('lodged'), limit],
  );
  return rows.map(({ id }) => id);
}
