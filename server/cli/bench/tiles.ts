/**
 * `npm run bench -- tiles`: fresh tiles of many parcels over HTTP, beside bare ST_AsMVT of the same rows over one
 * connection, tile by tile in turn. Between rounds every revision is raised, as a registration would, so that no tile
 * comes out of the server's memory.
 */
import pg from 'pg';
import { openPools } from '../../db/kit/pools.ts';
import type { TileAddress } from '../../domain/tile-address.ts';
import type { DatabaseUrls } from '../../embedded/database-urls.ts';
import { createTileClient, type TileReply } from './kit/ask-tile.ts';
import { askBareTile } from './kit/bare-tile.ts';
import { openBenchCluster } from './kit/bench-database.ts';
import type { Bar, Bench, BenchOptions, BenchResult, Measure } from './kit/bench-result.ts';
import { median } from './kit/percentile.ts';
import { withServer } from './kit/with-server.ts';
import { BENCH_COMMUNE, getLargeFile } from './large-file.ts';
import { runImport } from './run-import.ts';

const DETAIL_ZOOMS = [14, 15, 16];
const OVERVIEW_ZOOMS = [8, 11];
const TILES_PER_ZOOM = 60;
/** Asked before anything is counted: connections, prepared statements and compiled code come into being. */
const WARM_UP = 15;
const FACTOR = 1.3;
const GRACE_MS = 3;

interface Sample {
  readonly z: number;
  readonly bareMs: number;
  readonly oursMs: number;
  readonly bytes: number;
}

/** An even choice of the tiles of a zoom in which a parcel's label lies. */
async function listTiles(client: pg.Client, z: number, atMost: number): Promise<TileAddress[]> {
  const { rows } = await client.query<{ x: number; y: number }>(
    `select distinct floor((st_x(label_3857) + half) / size)::int as x, floor((half - st_y(label_3857)) / size)::int as y
     from cadastre.parcel_version,
       (select 20037508.342789244 as half, 2 * 20037508.342789244 / (1 << $1::int) as size) world
     order by x, y`,
    [z],
  );
  const step = Math.max(1, rows.length / atMost);
  return Array.from({ length: Math.min(atMost, rows.length) }, (_, i) => ({ z, ...rows[Math.floor(i * step)]! }));
}

const pathOf = ({ z, x, y }: TileAddress) => `/tiles/parcels/${z}/${x}/${y}.mvt`;

/** From afar parcels are smaller than a pixel, and an empty tile (204) is the right answer. */
function mustBeTile({ z }: TileAddress, { status, bytes }: TileReply): void {
  const right = status === 200 ? bytes > 0 : status === 204 && OVERVIEW_ZOOMS.includes(z);
  if (!right) throw new Error(`a tile of z${z} answered ${status} with ${bytes} bytes`);
}

interface Contest {
  readonly detail: readonly TileAddress[];
  readonly overview: readonly TileAddress[];
  ours(tile: TileAddress): Promise<TileReply>;
  bare(tile: TileAddress): Promise<{ ms: number }>;
  /** Makes every tile new. */
  renew(): Promise<void>;
}

async function contend(contest: Contest, { rounds, tell }: BenchOptions): Promise<{ detail: Sample[]; far: Sample[] }> {
  const detail: Sample[] = [];
  const far: Sample[] = [];
  for (const tile of contest.detail.slice(0, WARM_UP)) {
    await contest.bare(tile);
    await contest.ours(tile);
  }
  for (let round = 1; round <= rounds; round++) {
    await contest.renew();
    for (const [i, tile] of contest.detail.entries()) {
      // Whoever comes second finds the pages read: they take turns.
      const first = (i + round) % 2 === 0 ? await contest.bare(tile) : null;
      const ours = await contest.ours(tile);
      const bare = first ?? (await contest.bare(tile));
      detail.push({ z: tile.z, bareMs: bare.ms, oursMs: ours.ms, bytes: ours.bytes });
    }
    for (const tile of contest.overview) {
      const ours = await contest.ours(tile);
      far.push({ z: tile.z, bareMs: Number.NaN, oursMs: ours.ms, bytes: ours.bytes });
    }
    tell(`round ${round}: ${contest.detail.length + contest.overview.length} tiles`);
  }
  return { detail, far };
}

function summarise(detail: readonly Sample[], far: readonly Sample[]): Pick<BenchResult, 'measures' | 'bars'> {
  const measures: Measure[] = [];
  const bars: Bar[] = [];
  for (const z of DETAIL_ZOOMS) {
    const samples = detail.filter((sample) => sample.z === z);
    const bare = samples.map(({ bareMs }) => bareMs);
    const ours = samples.map(({ oursMs }) => oursMs);
    for (const percentile of [50, 95]) {
      measures.push({ label: `z${z} bare ST_AsMVT`, unit: 'ms', values: bare, percentile });
      measures.push({ label: `z${z} ours over HTTP`, unit: 'ms', values: ours, percentile });
    }
    measures.push(kilobytes(`z${z} ours, gzip`, samples));
    const limit = Math.max(median(bare) * FACTOR, median(bare) + GRACE_MS);
    bars.push({ about: `z${z} p50 beside bare ST_AsMVT + 30 % or 3 ms`, measured: median(ours), limit, unit: 'ms' });
  }
  for (const z of OVERVIEW_ZOOMS) {
    const samples = far.filter((sample) => sample.z === z);
    const ours = samples.map(({ oursMs }) => oursMs);
    measures.push({ label: `z${z} ours over HTTP`, unit: 'ms', values: ours, percentile: 50 });
    measures.push(kilobytes(`z${z} ours, gzip`, samples));
  }
  return { measures, bars };
}

const kilobytes = (label: string, samples: readonly Sample[]): Measure => ({
  label,
  unit: 'kB',
  values: samples.map(({ bytes }) => bytes / 1000),
  percentile: 50,
});

async function measure(urls: DatabaseUrls & { superuser: string }, options: BenchOptions) {
  const owner = new pg.Client({ connectionString: urls.superuser });
  await owner.connect();
  // What autovacuum does within a minute of an import, so that it does not happen in the middle of a round.
  await owner.query('vacuum (analyze) cadastre.parcel_version');
  const pools = openPools(urls, (error) => console.error(error.message));
  try {
    return await withServer({ urls }, async (port) => {
      const client = createTileClient(port);
      const detail: TileAddress[] = [];
      for (const z of DETAIL_ZOOMS) detail.push(...(await listTiles(owner, z, TILES_PER_ZOOM)));
      const overview: TileAddress[] = [];
      for (const z of OVERVIEW_ZOOMS) overview.push(...(await listTiles(owner, z, 4)));
      const samples = await contend(
        {
          detail,
          overview,
          async ours(tile) {
            const reply = await client.ask(pathOf(tile));
            mustBeTile(tile, reply);
            return reply;
          },
          bare: (tile) => askBareTile(pools.tiles, tile),
          renew: async () => void (await owner.query('update cadastre.tile_revision set revision = revision + 1')),
        },
        options,
      );
      client.close();
      return { ...summarise(samples.detail, samples.far), tiles: detail.length };
    });
  } finally {
    await Promise.all([pools.app.end(), pools.portal.end(), pools.tiles.end(), owner.end()]);
  }
}

export const tilesBench: Bench = {
  name: 'tiles',
  about: 'fresh vector tiles over HTTP, beside bare ST_AsMVT of the same rows',
  async run(options) {
    const file = await getLargeFile(options.parcels, options.tell);
    const bench = await openBenchCluster({ code: BENCH_COMMUNE, ring: file.ring });
    try {
      return await bench.withDatabase('bench_tiles', async (urls) => {
        options.tell(`importing ${file.parcels} parcels …`);
        await runImport(file, urls, bench.cluster.personalDataKey);
        const { tiles, ...result } = await measure(urls, options);
        const notes = [
          `${file.parcels} registered parcels; ${tiles} tiles of z14 to z16, each asked ${options.rounds} times of both sides`,
          'Ours reads the revision, makes labels from z16 on, compresses and answers over HTTP from a process of its own; nothing is cached.',
        ];
        return { ...result, notes };
      });
    } finally {
      await bench.close();
    }
  },
};
