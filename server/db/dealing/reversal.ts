/** What a registered dealing did to the register, and what was done since: asked by a dealing that takes it back. */
import type { DealingKind } from '../../domain/dealing/dealing-kind.ts';
import { dealingStates } from '../../domain/dealing/dealing-state.ts';
import type { StandingPurpose } from '../../domain/dealing/standing.ts';
import type { Trx } from '../kit/transaction.ts';
import type { PlannedParcel } from './land.ts';
import { isVerified } from './proofs.ts';
import type { NewRight } from './rights.ts';
import { ENDED_FACTS } from './undo-facts.ts';

/** Parcels that a dealing raised or changed; those that it is about where it changed no land. Neighbours left aside. */
export async function listDealtParcels(trx: Trx, dealingId: string): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    `with land as (select parcel_id from dealing.pending_parcel where dealing_id = $1 and role <> 'neighbour')
     select parcel_id as id from land union
     select parcel_id from dealing.target where dealing_id = $1 and not exists (select from land) order by 1`,
    [dealingId],
  );
  return rows.map(({ id }) => id);
}

/** Parcels whose present version a dealing raised, neighbours with their corners too. */
export async function listRaisedLand(trx: Trx, dealingId: string): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    `select parcel_id as id from cadastre.parcel_version where raised_by = $1 and status = 'current'`,
    [dealingId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Kinds that, taken back, leave nothing of their own behind: who held the land holds it again, and what burdened it burdens it
 * by the same rows. Of others (a release, a cut) something is raised anew that an earlier reversal would not know of.
 */
const TRACELESS: readonly DealingKind[] = [
  'transfer',
  'mortgage_registration',
  'caveat_placement',
  'lease_registration',
];

/** SQL: reversals of traceless dealings, registered and not taken back themselves, and what each took back. */
const CANCELLED = `select r.dealing_id as undoing, r.reverses as undone from dealing.dealing r join dealing.dealing t on t.dealing_id = r.reverses
  where r.kind = 'reversal' and r.status = any($2) and t.kind = any($3)
    and not exists (select from dealing.dealing again where again.reverses = r.dealing_id and again.status = any($2))`;

/** Reversals of later dealings on the same parcels, with what each took back, the first first. */
export async function listRestoring(trx: Trx, dealingId: string): Promise<{ undoing: string; undone: string }[]> {
  const { rows } = await trx.query<{ undoing: string; undone: string }>(
    `with land as (select parcel_id from dealing.pending_parcel where dealing_id = $1 and role <> 'neighbour'
       union select parcel_id from dealing.target where dealing_id = $1)
     select c.undoing, c.undone from (${CANCELLED}) c join dealing.dealing r on r.dealing_id = c.undoing
     where exists (select from dealing.target t join land using (parcel_id) where t.dealing_id = c.undone)
     order by r.registered_at, coalesce(r.file_no, 1)`,
    [dealingId, dealingStates('registered'), TRACELESS],
  );
  return rows;
}

/**
 * Dealings registered later that rest on this one, each once: on its parcels, or ending what it raised. One that was taken back
 * does not, where nothing of it is left, nor does what took it back.
 */
export async function listRestingDealings(trx: Trx, dealingId: string): Promise<{ dealingId: string; kind: string }[]> {
  const { rows } = await trx.query<{ dealingId: string; kind: string }>(
    `with own as (select registered_at, coalesce(file_id, dealing_id) as file, coalesce(file_no, 1) as place from dealing.dealing where dealing_id = $1),
     cancelled as (${CANCELLED}),
     land as (select parcel_id from dealing.pending_parcel where dealing_id = $1 and role <> 'neighbour'
       union select parcel_id from dealing.target where dealing_id = $1),
     later as (
       select ended_by as id from cadastre.parcel_version where raised_by = $1 and ended_by is not null
       union select ended_by from rights."right" where raised_by = $1 and ended_by is not null
       union select ended_by from rights.mortgage where raised_by = $1 and ended_by is not null
       union select ended_by from rights.caveat where raised_by = $1 and ended_by is not null
       union ${ENDED_FACTS}
       union select t.dealing_id from dealing.target t join land using (parcel_id))
     select d.dealing_id as "dealingId", d.kind from later l join dealing.dealing d on d.dealing_id = l.id cross join own
     where d.dealing_id <> $1 and d.status = any($2) and d.registered_at >= own.registered_at
       and not (coalesce(d.file_id, d.dealing_id) = own.file and coalesce(d.file_no, 1) < own.place)
       and not exists (select from cancelled c where d.dealing_id in (c.undoing, c.undone))
     order by d.registered_at, d.dealing_id`,
    [dealingId, dealingStates('registered'), TRACELESS],
  );
  return rows;
}

type EndedLand = PlannedParcel & { readonly purposes: readonly StandingPurpose[] };

/** Versions that a dealing ended, as they would be raised anew: the same in all but their number of version. */
export async function listEndedLand(trx: Trx, dealingId: string): Promise<EndedLand[]> {
  const { rows } = await trx.query<Omit<EndedLand, 'featurePoint'> & { x: number; y: number }>(
    `select v.parcel_id as "parcelId",
       case when exists (select from dealing.pending_parcel p where p.dealing_id = $1 and p.parcel_id = v.parcel_id and p.role = 'neighbour')
         then 'neighbour' else 'changed' end as role,
       (select max(l.version_no) + 1 from cadastre.parcel_version l where l.parcel_id = v.parcel_id) as version, v.sheet_id as "sheetId",
       v.parcel_no as no, v.parcel_code::text as code, v.land_use as "landUse", v.area_m2::float8 as "areaM2", v.legal_area_m2::float8 as "legalAreaM2",
       substr(st_asewkb(v.geom_legal)::text, 3) as ewkb, st_x(v.feature_point) as x, st_y(v.feature_point) as y,
       coalesce((select json_agg(json_build_object('code', p.land_use_code, 'areaM2', p.area_m2::float8, 'until', p.until) order by p.ordinal)
         from cadastre.parcel_purpose p where p.parcel_id = v.parcel_id and p.version_no = v.version_no), '[]'::json) as purposes
     from cadastre.parcel_version v where v.ended_by = $1 order by length(v.parcel_no), v.parcel_no, v.parcel_id`,
    [dealingId],
  );
  return rows.map(({ x, y, ...land }) => ({ ...land, featurePoint: [x, y] }));
}

/** A right with its holder's name. */
export type DealtRight = NewRight & { readonly holder: string };

/** Rights that a dealing ended. */
export const listEndedRights = (trx: Trx, dealingId: string): Promise<DealtRight[]> =>
  listRights(trx, 'r.ended_by = any($1)', [dealingId]);

/** Rights that dealings raised and that hold. */
export const listHeldRights = (trx: Trx, dealings: readonly string[]): Promise<DealtRight[]> =>
  listRights(trx, 'r.raised_by = any($1) and r.ended_at is null', dealings);

/** Ids of all rights that a dealing raised, whether they hold or not. */
export async function listRaisedRightIds(trx: Trx, dealingId: string): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    'select right_id as id from rights."right" where raised_by = $1 order by 1',
    [dealingId],
  );
  return rows.map(({ id }) => id);
}

async function listRights(trx: Trx, which: string, dealings: readonly string[]): Promise<DealtRight[]> {
  const { rows } = await trx.query<Omit<DealtRight, 'share'> & { numerator: number; denominator: number }>(
    `select r.right_id as "rightId", r.parcel_id as "parcelId", r.party_id as "partyId", p.name as holder, r.kind,
       r.share_numerator as numerator, r.share_denominator as denominator, r.certificate_serial as "certificateSerial", ${isVerified('r')} as verified, r.until::text as until
     from rights."right" r join party.present p using (party_id)
     where ${which} order by p.name, r.right_id`,
    [dealings],
  );
  return rows.map(({ numerator, denominator, ...right }) => ({ ...right, share: { numerator, denominator } }));
}

export interface DealtMortgage {
  readonly mortgageId: string;
  readonly mortgageeId: string;
  /** Null where it ranks from its registration. */
  readonly ranksFrom: Date | null;
  readonly follows: string | null;
  readonly registeredAt: Date;
  readonly document: { no: string; date: string; place?: string };
  /** Rights under it that hold. */
  readonly rightIds: readonly string[];
}

export async function listDealtMortgages(
  trx: Trx,
  dealingId: string,
  which: 'raised_by' | 'ended_by',
): Promise<DealtMortgage[]> {
  const { rows } = await trx.query<DealtMortgage>(
    `select m.mortgage_id as "mortgageId", m.mortgagee_id as "mortgageeId", m.document, m.registered_at as "registeredAt",
       m.ranks_from as "ranksFrom", m.follows,
       array(select b.right_id::text from rights.mortgaged_right b join rights."right" r using (right_id)
         where b.mortgage_id = m.mortgage_id and r.ended_at is null order by 1) as "rightIds"
     from rights.mortgage m where m.${which === 'raised_by' ? 'raised_by' : 'ended_by'} = $1 order by m.registered_at, m.mortgage_id`,
    [dealingId],
  );
  return rows;
}

export async function listDealtCaveats(
  trx: Trx,
  dealingId: string,
  which: 'raised_by' | 'ended_by',
): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    `select caveat_id as id from rights.caveat where ${which === 'raised_by' ? 'raised_by' : 'ended_by'} = $1 order by registered_at, caveat_id`,
    [dealingId],
  );
  return rows.map(({ id }) => id);
}

/** Whether somebody's reversal of it is registered. */
export async function isReversed(trx: Trx, dealingId: string): Promise<boolean> {
  const { rows } = await trx.query('select from dealing.dealing where reverses = $1 and status = any($2)', [
    dealingId,
    dealingStates('registered'),
  ]);
  return rows.length > 0;
}
