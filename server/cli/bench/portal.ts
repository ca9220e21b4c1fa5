/**
 * `npm run bench -- portal`: Lighthouse as a mobile phone on four pages, served as in production. Lighthouse is no
 * dependency (185 MB with what it needs, telemetry included): it is used where it is installed, like the other peers.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DemoStage, openDemoStage } from '../screenshots/demo-stage.ts';
import type { Bar, Bench, BenchOptions, BenchResult, Measure } from './kit/bench-result.ts';
import { median } from './kit/percentile.ts';
import { isInstalled } from './kit/run-program.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
const CHROME_FLAGS =
  '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
/** Category → points out of 100 that a page must have. */
const WANTED = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
type Category = keyof typeof WANTED;
const CATEGORIES = Object.keys(WANTED) as Category[];

/** The part of a Lighthouse report that is read here. */
interface Report {
  readonly categories: Readonly<
    Record<Category, { readonly score: number | null; readonly auditRefs: readonly AuditRef[] }>
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly title: string; readonly numericValue?: number }>
  >;
  readonly lighthouseVersion: string;
}
interface AuditRef {
  readonly id: string;
  readonly weight: number;
}

async function pagesOf({ ask }: DemoStage): Promise<ReadonlyMap<string, string>> {
  const [parcel] = await ask<{ id: string; sheet: string; no: string; commune: string }>(
    `select v.parcel_id as id, s.number as sheet, v.parcel_no as no, s.commune_code as commune
     from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
     where v.parcel_no is not null order by v.parcel_code limit 1`,
  );
  if (!parcel) throw new Error('the demonstration has no parcel');
  return new Map([
    ['first page with the map', '/'],
    ['parcel', `/parcels/${parcel.id}`],
    ['search', `/search?q=${encodeURIComponent(`tờ ${parcel.sheet}`)}`],
    ['commune', `/communes/${parcel.commune}`],
  ]);
}

async function audit(url: string, folder: string): Promise<Report> {
  const output = join(folder, 'report.json');
  const child = spawn(
    'lighthouse',
    [
      url,
      '--output=json',
      `--output-path=${output}`,
      '--quiet',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${CHROME_FLAGS}`,
      '--no-enable-error-reporting',
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      // It asks for "node", which on the path may be older than it takes.
      env: {
        ...process.env,
        PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
        CHROME_PATH: CHROMIUM ?? '',
      },
    },
  );
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0) throw new Error(`lighthouse ended with ${status} on ${url}`);
  return JSON.parse(await readFile(output, 'utf8')) as Report;
}

const points = (report: Report, category: Category) => Math.round((report.categories[category].score ?? 0) * 100);

/** What costs points, so that a reader knows where to begin. */
const lost = (report: Report): string[] =>
  CATEGORIES.flatMap((category) =>
    report.categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${category}: ${report.audits[id]!.title}`),
  );

function summed(page: string, reports: readonly Report[]): { bars: Bar[]; measures: Measure[]; notes: string[] } {
  const values = (id: string, per = 1) => reports.map(({ audits }) => (audits[id]?.numericValue ?? 0) / per);
  return {
    bars: CATEGORIES.map((category) => ({
      about: `${page}: ${category}, points below 100`,
      measured: 100 - median(reports.map((report) => points(report, category))),
      limit: 100 - WANTED[category],
      unit: 'points',
    })),
    measures: [
      {
        label: `${page}: largest contentful paint`,
        unit: 'ms',
        values: values('largest-contentful-paint'),
        percentile: 50,
      },
      { label: `${page}: total blocking time`, unit: 'ms', values: values('total-blocking-time'), percentile: 50 },
      { label: `${page}: transferred`, unit: 'kB', values: values('total-byte-weight', 1000), percentile: 50 },
    ],
    notes: [...new Set(reports.flatMap(lost))].map((line) => `${page}, ${line}`),
  };
}

async function run({ rounds, tell }: BenchOptions): Promise<BenchResult> {
  if (!isInstalled('lighthouse') || !CHROMIUM) {
    const missing = CATEGORIES.map(
      (about): Bar => ({ about, measured: null, limit: 100 - WANTED[about], unit: 'points' }),
    );
    return {
      bars: missing,
      measures: [],
      notes: ['To have it: npm install --global lighthouse@12.8.2, and chromium.'],
    };
  }
  const folder = await mkdtemp(join(tmpdir(), 'diaba-lighthouse-'));
  const stage = await openDemoStage();
  try {
    const results = [];
    let version = '';
    for (const [page, path] of await pagesOf(stage)) {
      const reports: Report[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        const report = await audit(stage.origin + path, folder);
        version = report.lighthouseVersion;
        tell(`${page}: ${CATEGORIES.map((category) => `${category} ${points(report, category)}`).join(', ')}`);
        reports.push(report);
      }
      results.push(summed(page, reports));
    }
    return {
      bars: results.flatMap(({ bars }) => bars),
      measures: results.flatMap(({ measures }) => measures),
      notes: [`Lighthouse ${version}, mobile, simulated throttling.`, ...results.flatMap(({ notes }) => notes)],
    };
  } finally {
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export const portalBench: Bench = {
  name: 'portal',
  about: 'Lighthouse as a phone on the public pages (needs the lighthouse program and chromium)',
  run,
};
