/** Whole sheets for files of other systems, under the row-level security of who asks. */
import type { ExchangeParcel } from '../../domain/exchange/exchange-parcel.ts';
import { limitTime, type Trx } from '../kit/transaction.ts';
import { heldAsKnown } from './as-known.ts';

/** A page of boundaries is about a megabyte. */
const PAGE = 500;

const held = (row: string) => heldAsKnown(row, '$2', 'null');

export interface ExchangeExtent {
  readonly parcels: number;
  /** Systems of the sheets that hold any. */
  readonly srids: readonly number[];
}

/** How many parcels some sheets hold, now or just before an instant. Uses parcel_version_sums_idx. */
export async function countExchangeParcels(
  trx: Trx,
  sheetIds: readonly string[],
  before: Date | null,
): Promise<ExchangeExtent> {
  const { rows } = await trx.query<{ parcels: number; srids: number[] }>(
    `select count(*)::int as parcels, coalesce(array_agg(distinct s.srid order by s.srid), '{}') as srids
     from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
     where v.sheet_id = any($1::uuid[]) and v.registered_at is not null and ${held('v')}`,
    [sheetIds, before],
  );
  return rows[0]!;
}

type Row = Omit<ExchangeParcel, 'purposes' | 'holders' | 'rings'> & {
  readonly purposes: ExchangeParcel['purposes'] | null;
  readonly holders: ExchangeParcel['holders'];
  readonly rings: ExchangeParcel['rings'];
};

const HOLDERS = `(select json_agg(json_build_object('rightId', r.right_id, 'partyId', r.party_id, 'name', party.name_at(r.party_id, $2),
    'kind', p.kind, 'rightKind', r.kind, 'certificateSerial', r.certificate_serial) order by r.kind desc, r.registered_at, r.right_id)
  from rights."right" r join party.party p using (party_id) where r.parcel_id = v.parcel_id and ${held('r')})`;

/**
 * Parcels of some sheets in the order of sheet and number, in pages of at most 500, all as they were at one moment: the cursor keeps to what
 * was there when it was opened. Inside the caller's transaction.
 */
export async function* readExchangeParcels(
  trx: Trx,
  sheetIds: readonly string[],
  before: Date | null,
  withHolders: boolean,
): AsyncGenerator<ExchangeParcel[]> {
  // Nobody waits at a page for it, and sorting a large commune takes its time.
  await limitTime(trx, { statement: '60s', lock: '2s' });
  await trx.query(
    `declare exchange_parcels no scroll cursor for
     select v.parcel_id as id, v.parcel_code::text as code, s.unit_code::text as "unitCode", s.commune_code::text as "communeCode",
       s.number as sheet, s.scale, v.parcel_no as no, v.land_use as "landUse", v.area_m2::text as "areaM2",
       v.legal_area_m2::text as "legalAreaM2", v.address, st_srid(v.geom_legal) as srid,
       st_asgeojson(v.geom_legal, 4)::json -> 'coordinates' as rings,
       (select json_build_array(st_x(q), st_y(q)) from st_transform(v.feature_point, st_srid(v.geom_legal)) q) as point,
       (select json_agg(json_build_object('code', p.land_use_code, 'areaM2', p.area_m2::text, 'until', p.until) order by p.ordinal)
        from cadastre.parcel_purpose p where p.parcel_id = v.parcel_id and p.version_no = v.version_no) as purposes,
       ${withHolders ? HOLDERS : 'null'} as holders
     from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
     where v.sheet_id = any($1::uuid[]) and v.registered_at is not null and ${held('v')}
     order by length(s.number), s.number, s.unit_code, s.scale, length(v.parcel_no), v.parcel_no, v.parcel_id`,
    [sheetIds, before],
  );
  for (;;) {
    const { rows } = await trx.query<Row>(`fetch ${PAGE} from exchange_parcels`);
    if (rows.length === 0) break;
    yield rows.map(({ purposes, holders, ...row }) => ({
      ...row,
      purposes: purposes ?? [],
      holders: withHolders ? (holders ?? []) : null,
    }));
  }
  await trx.query('close exchange_parcels');
}
