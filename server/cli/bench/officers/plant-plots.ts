/** Land for officers to deal with: plots of one holder each in fictional communes, two and two beside each other. */
import pg from 'pg';
import { recordFictionalReference } from '../../../db/reference/fictional-units.ts';
import { featurePoint, parcelCode } from '../../../domain/geometry/feature-point.ts';

/** West and south of the first plot, EPSG:9214, m. */
const [EAST, NORTH] = [416_700, 2_354_000];
const [WIDTH, DEPTH] = [30, 40];
export const PLOT_M2 = WIDTH * DEPTH;
const IN_A_ROW = 40;

export const communeCode = (at: number): string => String(99_101 + at);

interface Ground {
  readonly urls: { readonly superuser: string; readonly migrator: string };
  readonly communes: number;
  /** An even number in each commune. */
  readonly plots: number;
}

/** One commune: its unit, its sheet, its plots and who holds them. */
async function plantCommune(owner: pg.Client, code: string, row: number, plots: number): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into cadastre.sheet (unit_code, unit_valid_from, number, scale, commune_code, commune_valid_from, srid, next_parcel_no)
     values ($1, '2025-07-01', '7', 1000, $1, '2025-07-01', 9214, $2) returning sheet_id as id`,
    [code, plots + 1],
  );
  const land = Array.from({ length: plots }, (_, at) => {
    // Pairs share an edge; a lane is between them.
    const x = EAST + (at % IN_A_ROW) * WIDTH + Math.floor((at % IN_A_ROW) / 2) * 6;
    const y = NORTH + row * 4_000 + Math.floor(at / IN_A_ROW) * (DEPTH + 6);
    const point = featurePoint([Float64Array.from([x, y, x + WIDTH, y, x + WIDTH, y + DEPTH, x, y + DEPTH, x, y])]);
    return {
      no: String(at + 1),
      x,
      y,
      east: point[0],
      north: point[1],
      code: parcelCode(point, 9214),
      pair: Math.floor(at / 2),
    };
  });
  await owner.query(
    `with d as (insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, initial_load, proposed_by, registered_at)
       values (gen_random_uuid(), 'import_promotion', 'registered', $2, '2025-07-01', true, 'bench', now() - interval '30 days') returning dealing_id, registered_at),
     l as materialized (select gen_random_uuid() as id, e.* from jsonb_to_recordset($4::jsonb) e(no text, x float8, y float8, east float8, north float8, code text, pair int)),
     h as materialized (select pair, gen_random_uuid() as party from l group by pair),
     p as (insert into cadastre.parcel (parcel_id, parcel_code, raised_by) select id, code, dealing_id from l, d returning parcel_id),
     v as (insert into cadastre.parcel_version (parcel_id, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, legal_area_m2, address, raised_by,
         registered_at, geom_legal, geom, geom_3857, label_3857, feature_point)
       select id, $1, no, code, 'current', 'ONT', st_area(g), st_area(g), 'Thôn Thử', dealing_id, registered_at, g, g, st_transform(g, 3857),
         st_transform(st_centroid(g), 3857), st_setsrid(st_makepoint(east, north), 9214)
       from d, l cross join lateral st_makeenvelope(x, y, x + $5, y + $6, 9214) g returning parcel_id),
     s as (insert into party.visibility (party_id, commune_code) select party, $2 from h returning party_id),
     w as (insert into party.party (party_id, kind, name, search_key, raised_by)
       select party, 'person', $3 || ' ' || pair, lower(unaccent($3 || ' ' || pair)), dealing_id from h, d returning party_id)
     insert into rights."right" (right_id, parcel_id, party_id, kind, commune_code, verified, raised_by, registered_at)
     select gen_random_uuid(), l.id, h.party, 'use', $2, true, d.dealing_id, d.registered_at from l join h using (pair), d`,
    [rows[0]!.id, code, 'Người Thử', JSON.stringify(land), WIDTH, DEPTH],
  );
}

export async function plantPlots({ urls, communes, plots }: Ground): Promise<void> {
  await recordFictionalReference(urls.migrator, {
    units: Array.from({ length: communes }, (_, at) => ({
      code: communeCode(at),
      name: `Xã Thử ${at + 1}`,
      kind: 'xã',
      validFrom: '2025-07-01',
      validTo: null,
      successorOf: [],
      ring: [
        [106, 21.2],
        [106.5, 21.2],
        [106.5, 21.5],
        [106, 21.5],
        [106, 21.2],
      ],
    })),
    offices: [],
    signatories: [],
  });
  const owner = new pg.Client({ connectionString: urls.superuser });
  await owner.connect();
  try {
    for (let at = 0; at < communes; at += 1) await plantCommune(owner, communeCode(at), at, plots);
    await owner.query('analyze');
  } finally {
    await owner.end();
  }
}
