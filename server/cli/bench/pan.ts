/**
 * `npm run bench -- pan`: how long a frame of the public map takes while somebody drags it over all registered parcels at
 * once, in a real browser that draws with the processor alone.
 */
import pg from 'pg';
import { chromium, type Page } from 'playwright-core';
import { refreshDerived } from '../../registry/register/refresh-derived.ts';
import { openBenchCluster } from './kit/bench-database.ts';
import type { Bench, Measure } from './kit/bench-result.ts';
import { isInstalled } from './kit/run-program.ts';
import { withServer } from './kit/with-server.ts';
import { BENCH_COMMUNE, getLargeFile } from './large-file.ts';
import { runImport } from './run-import.ts';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];
const VIEW = { width: 1440, height: 900 } as const;
const DRAGS = 6;

/** Times between frames while the map is dragged to and fro, ms. */
async function drag(page: Page, distance: number): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const step = (now: number) => {
      frames.push(now - last);
      last = now;
      if ('frames' in window) requestAnimationFrame(step);
    };
    Object.assign(window, { frames });
    requestAnimationFrame(step);
  });
  for (let i = 0; i < DRAGS; i += 1) {
    const towards = i % 2 === 0 ? distance : -distance;
    await page.mouse.move(900 - towards / 2, 450);
    await page.mouse.down();
    await page.mouse.move(900 + towards / 2, 450, { steps: 30 });
    await page.mouse.up();
  }
  return page.evaluate(() => {
    const { frames } = window as unknown as { frames: number[] };
    Reflect.deleteProperty(window, 'frames');
    return frames.slice(1);
  });
}

/** Longitude and latitude of the middle of the registered land. */
async function findMiddle(url: string): Promise<[number, number]> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ lon: number; lat: number }>(
      `select st_x(p) as lon, st_y(p) as lat from (select st_transform(st_centroid(st_setsrid(st_extent(geom_3857)::geometry, 3857)), 4326) as p
       from cadastre.sheet_outline) middle`,
    );
    return [rows[0]!.lon, rows[0]!.lat];
  } finally {
    await owner.end();
  }
}

const settled = (page: Page) => page.waitForSelector('#map[data-pending="0"] canvas', { timeout: 120_000 });

async function measure(origin: string, [longitude, latitude]: readonly [number, number]): Promise<Measure[]> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
  try {
    const measures: Measure[] = [];
    for (const zoom of [13, 14, 16]) {
      const page = await browser.newPage({ viewport: VIEW });
      let bytes = 0;
      page.on('response', (reply) => {
        if (reply.url().includes('/tiles/parcels/')) bytes += Number(reply.headers()['content-length'] ?? 0);
      });
      await page.goto(`${origin}/?lat=${latitude}&lon=${longitude}&z=${zoom}`);
      await settled(page);
      const arriving = await drag(page, 700);
      await settled(page);
      const there = await drag(page, 300);
      for (const percent of [50, 95]) {
        const label = `zoom ${zoom}, frame`;
        measures.push({ label: `${label}, tiles there`, unit: 'ms', values: there, percentile: percent });
        measures.push({ label: `${label}, new land coming in`, unit: 'ms', values: arriving, percentile: percent });
      }
      measures.push({
        label: `zoom ${zoom}, tiles of parcels received`,
        unit: 'kB',
        values: [bytes / 1000],
        percentile: 50,
      });
      if (bytes < 100_000) throw new Error(`zoom ${zoom}: there was hardly any land in view`);
      await page.close();
    }
    return measures;
  } finally {
    await browser.close();
  }
}

export const panBench: Bench = {
  name: 'pan',
  about: 'frames of the public map while it is dragged over all parcels (needs chromium)',
  async run(options) {
    if (!isInstalled('chromium')) return { measures: [], bars: [], notes: ['To have it: apt-get install chromium.'] };
    const file = await getLargeFile(options.parcels, options.tell);
    const bench = await openBenchCluster({ code: BENCH_COMMUNE, ring: file.ring });
    try {
      return await bench.withDatabase('bench_pan', async (urls) => {
        options.tell(`importing ${file.parcels} parcels …`);
        await runImport(file, urls, bench.cluster.personalDataKey);
        const app = new pg.Pool({ connectionString: urls.app });
        options.tell('deriving outlines …');
        await refreshDerived(app).finally(() => app.end());
        const middle = await findMiddle(urls.superuser);
        const measures = await withServer({ urls }, (port) => measure(`http://127.0.0.1:${port}`, middle));
        return {
          measures,
          bars: [],
          notes: [
            `${file.parcels} registered parcels in one commune; ${VIEW.width} × ${VIEW.height} pixels, drawn without a graphics card`,
          ],
        };
      });
    } finally {
      await bench.close();
    }
  },
};
