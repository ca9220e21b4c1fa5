/**
 * `npm run bench -- overlay`: what a layer of 5,000 zones has in common with every parcel, beside ST_Intersection on the same tables and
 * indexes, in turn within each round.
 */
import pg from 'pg';
import { openBenchCluster } from './kit/bench-database.ts';
import type { Bench, BenchOptions, Measure } from './kit/bench-result.ts';
import { percentile } from './kit/percentile.ts';

const ZONES = 5_000;
const BAR = 1.3;
const COMMUNE = '99901';
const RING = [
  [106.1, 21.2],
  [106.4, 21.2],
  [106.4, 21.4],
  [106.1, 21.4],
  [106.1, 21.2],
] as const;
const EDITION = 'd1aba000-0000-4000-8000-00000000e001';

/** Gardens of 10 m side by side, and round zones of 33 corners laid over them so that most gardens meet one or two. Guards are off: it is ground to measure on. */
async function fill(owner: pg.Client, parcels: number): Promise<void> {
  const columns = Math.ceil(Math.sqrt(parcels));
  await owner.query('set session_replication_role = replica');
  await owner.query(
    `insert into cadastre.parcel_version (parcel_id, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, raised_by, registered_at,
       geom_legal, geom, geom_3857, label_3857, feature_point)
     select gen_random_uuid(), $3, n::text, 'wz' || lpad(n::text, 10, '0'), 'current', 'LUC', 100, $3, now(), g, g, st_transform(g, 3857),
       st_transform(st_centroid(g), 3857), st_centroid(g)
     from (select n, st_makeenvelope(417000 + n % $2::int * 10, 2353000 + n / $2::int * 10, 417010 + n % $2::int * 10, 2353010 + n / $2::int * 10, 9214) as g
       from generate_series(0, $1::int - 1) n) made`,
    [parcels, columns, EDITION],
  );
  const side = Math.ceil(Math.sqrt(ZONES));
  await owner.query(
    `insert into thematic.feature (edition_id, feature_no, category, geom, geom_3857)
     select $3, n + 1, 'zone', g, st_transform(g, 3857) from (
       select n, st_buffer(st_setsrid(st_makepoint(417000 + (n % $2::int + 0.5) * $4::float8, 2353000 + (n / $2::int + 0.5) * $4::float8), 9214), 0.62 * $4::float8, 8) as g
       from generate_series(0, $1::int - 1) n) made`,
    [ZONES, side, EDITION, (columns * 10) / side],
  );
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum (analyze) cadastre.parcel_version, thematic.feature');
}

const BARE = `select count(*)::int as n, sum(st_area(st_intersection(f.geom, v.geom_legal))) as m2
  from cadastre.parcel_version v join thematic.feature f on st_intersects(f.geom, v.geom_legal)
  where v.status = 'current' and f.edition_id = any ($1::uuid[])`;
const OURS = `select count(*)::int as n, sum(o.area_m2) as m2
  from cadastre.parcel_version v cross join lateral thematic.overlaps(v.geom_legal, $1) o where v.status = 'current'`;

async function measure(owner: pg.Client, { rounds, tell }: BenchOptions) {
  const times: Record<'bare' | 'ours', number[]> = { bare: [], ours: [] };
  const found: Record<'bare' | 'ours', { n: number; m2: number }> = { bare: { n: 0, m2: 0 }, ours: { n: 0, m2: 0 } };
  for (let round = 0; round < rounds; round++) {
    for (const who of round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)) {
      const started = performance.now();
      const { rows } = await owner.query(who === 'bare' ? BARE : OURS, [[EDITION]]);
      times[who].push(performance.now() - started);
      found[who] = rows[0];
    }
    tell(`round ${round + 1}: bare ${Math.round(times.bare.at(-1)!)} ms, ours ${Math.round(times.ours.at(-1)!)} ms`);
  }
  return { times, found };
}

export const overlayBench: Bench = {
  name: 'overlay',
  about: 'what 5,000 zones of a layer have in common with every parcel, beside bare ST_Intersection',
  async run(options) {
    const bench = await openBenchCluster({ code: COMMUNE, ring: RING });
    try {
      return await bench.withDatabase('bench_overlay', async (urls) => {
        const owner = new pg.Client({ connectionString: urls.superuser });
        await owner.connect();
        try {
          options.tell(`laying out ${options.parcels} parcels and ${ZONES} zones …`);
          await fill(owner, options.parcels);
          await bench.checkpoint();
          const { times, found } = await measure(owner, options);
          const measures: Measure[] = [
            { label: 'bare ST_Intersection', unit: 'ms', values: times.bare, percentile: 50 },
            { label: 'ours, slivers left out', unit: 'ms', values: times.ours, percentile: 50 },
          ];
          const measured = percentile(times.ours, 50) / percentile(times.bare, 50);
          return {
            measures,
            bars: [{ about: 'ours beside bare ST_Intersection', measured, limit: BAR, unit: '×' as const }],
            notes: [
              `${options.parcels} parcels, ${ZONES} zones: bare finds ${found.bare.n} pairs, ours ${found.ours.n} after slivers`,
              `common ground: bare ${Math.round(found.bare.m2)} m², ours ${Math.round(found.ours.m2)} m²`,
            ],
          };
        } finally {
          await owner.end();
        }
      });
    } finally {
      await bench.close();
    }
  },
};
