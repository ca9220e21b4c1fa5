/** `npm run bench -- paper`: signed papers beside the same page drawn bare by pdf-lib, from the request to the bytes, and memory over many. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { PaperLayout } from '../../certificates/block.ts';
import { issuePaper } from '../../certificates/issue-paper.ts';
import { layOutMapExtract } from '../../certificates/lay-out-map-extract.ts';
import { openPress } from '../../certificates/open-press.ts';
import { getPaperPdf } from '../../certificates/read-papers.ts';
import { renderPaper } from '../../certificates/render-paper.ts';
import { NO_SIGNING_SETTINGS, openSeal, type PaperSeal } from '../../certificates/signing/open-seal.ts';
import { TEMPLATE_SHELF } from '../../certificates/versions/template-shelf.ts';
import { listParcelRows } from '../../db/parcel/parcels.ts';
import type { Actor } from '../../domain/actor.ts';
import { asStaff } from '../../registry/kit/as-staff.ts';
import { drawBarePage } from './kit/bare-page.ts';
import { openBenchCluster } from './kit/bench-database.ts';
import type { Bench, BenchOptions } from './kit/bench-result.ts';
import { median, percentile } from './kit/percentile.ts';
import { BENCH_COMMUNE, getLargeFile } from './large-file.ts';
import { runImport } from './run-import.ts';

const PAPERS = 2_000;
const PAIRS = 40;
/** Four fifths of its rate. */
const BAR_TIMES = 1.25;
const BAR_P95_MS = 250;
const BAR_MORE_MIB = 64;
/** Until here the process warms up: code is compiled, typefaces are read. */
const WARM = 400;
const OFFICE = 'Văn phòng đăng ký đất đai tỉnh Mẫu';

const OFFICER: Actor = {
  id: 'bench',
  name: 'bench',
  roles: ['officer'],
  communes: [BENCH_COMMUNE],
  sid: null,
  azp: 'bench',
  kind: 'service',
};

const layout = (): PaperLayout =>
  layOutMapExtract(TEMPLATE_SHELF.map_extract[0]!, {
    serial: 'TL-2026-000001',
    code: 'ABCD-EFGH-JKMN-PQRS',
    link: 'https://land.example/verify/ABCD-EFGH-JKMN-PQRS',
    office: OFFICE,
    qr: `https://land.example/verify/ABCD-EFGH-JKMN-PQRS#${'7'.repeat(208)}`,
    day: '2026-11-30',
    moment: new Date('2026-11-30T03:00:00Z'),
    signer: 'Người ký Mẫu',
    trialSignature: true,
    sheet: '77',
    no: '12',
    parcelCode: 'w7er4kz0cz1q',
    commune: 'Xã Mẫu',
    address: 'Thôn Thử',
    areaM2: 1200.55,
    legalAreaM2: 1200.5,
    uses: [{ code: 'ONT', name: 'Đất ở tại nông thôn' }],
    holders: [{ name: 'Hoàng Văn Mẫu', share: '1' }],
    holdersLeftOut: false,
    srid: 9214,
    rings: [
      [
        [416700, 2354000],
        [416730.4, 2354001],
        [416735, 2354041.5],
        [416715, 2354030],
        [416700, 2354040],
        [416700, 2354000],
      ],
    ],
    neighbours: [
      {
        no: '11',
        rings: [
          [
            [416640, 2353990],
            [416700, 2354000],
            [416700, 2354040],
            [416650, 2354060],
            [416640, 2353990],
          ],
        ],
      },
    ],
  });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Ours and the bare one in turn, each first as often as the other. */
async function comparePages(seal: PaperSeal, pairs: number) {
  const [ours, bare]: [number[], number[]] = [[], []];
  const makeOurs = async () => seal.sign(await renderPaper(layout(), new Date()), OFFICE, new Date());
  const makeBare = () => drawBarePage(layout());
  for (let pair = -5; pair < pairs; pair += 1) {
    const first = pair % 2 === 0;
    const times = [await timed(first ? makeOurs : makeBare), await timed(first ? makeBare : makeOurs)];
    if (pair < 0) continue;
    ours.push(times[first ? 0 : 1]!);
    bare.push(times[first ? 1 : 0]!);
  }
  return { ours, bare };
}

async function measure(app: pg.Pool, personalDataKey: Buffer, storageDir: string, { rounds, tell }: BenchOptions) {
  const pages = await comparePages(await openSeal(NO_SIGNING_SETTINGS, storageDir, personalDataKey), PAIRS * rounds);
  tell('pages compared');
  const press = openPress(app, { storageDir, personalDataKey, publicUrl: 'https://land.example' }, NO_SIGNING_SETTINGS);
  const filter = { communes: [BENCH_COMMUNE], before: null };
  const parcels = await asStaff(app, OFFICER, (trx) => listParcelRows(trx, filter, PAPERS));
  const times: number[] = [];
  const memory: number[] = [];
  for (const { id } of parcels) {
    const ms = await timed(async () => {
      const asked = { kind: 'map_extract' as const, parcelIds: [id] };
      await getPaperPdf(press, OFFICER, (await issuePaper(press, OFFICER, asked, randomUUID())).serial);
    });
    times.push(ms);
    memory.push(process.memoryUsage.rss() / 1_048_576);
    if (times.length % 200 === 0) tell(`${times.length} of ${parcels.length} papers`);
  }
  const early = Math.max(...memory.slice(0, WARM));
  const late = Math.max(...memory.slice(WARM));
  const made = (label: string, values: readonly number[], p = 50) => ({
    label,
    unit: 'ms' as const,
    percentile: p,
    values,
  });
  return {
    measures: [
      made('the page, bare by pdf-lib', pages.bare),
      made('the paper, laid out, rendered, signed', pages.ours),
      made('from the request to the bytes', times),
      made('from the request to the bytes, p95', times, 95),
      { label: `memory up to ${WARM} papers`, unit: 'MiB' as const, percentile: 100, values: memory.slice(0, WARM) },
      { label: 'memory after that', unit: 'MiB' as const, percentile: 100, values: memory.slice(WARM) },
    ],
    bars: [
      {
        about: 'time of the bare page',
        measured: median(pages.ours) / median(pages.bare),
        limit: BAR_TIMES,
        unit: '×' as const,
      },
      {
        about: 'from the request to the bytes, p95',
        measured: percentile(times, 95),
        limit: BAR_P95_MS,
        unit: 'ms' as const,
      },
      {
        about: `memory of ${parcels.length} papers above that of ${WARM}`,
        measured: Math.max(0, late - early),
        limit: BAR_MORE_MIB,
        unit: 'MiB' as const,
      },
    ],
  };
}

export const paperBench: Bench = {
  name: 'paper',
  about: 'signed papers, beside the same page drawn bare by pdf-lib',
  async run(options) {
    const file = await getLargeFile(options.parcels, options.tell);
    const bench = await openBenchCluster({ code: BENCH_COMMUNE, ring: file.ring });
    const storageDir = await mkdtemp(join(tmpdir(), 'diaba-bench-paper-'));
    try {
      return await bench.withDatabase('bench_paper', async (urls) => {
        options.tell(`importing ${file.parcels} parcels …`);
        await runImport(file, urls, bench.cluster.personalDataKey);
        const app = new pg.Pool({ connectionString: urls.app });
        const key = Buffer.from(bench.cluster.personalDataKey, 'base64');
        const result = await measure(app, key, storageDir, options).finally(() => app.end());
        const notes = [
          'RSA of 3,072 bits, one signature, no time stamp. The bare page has the same words, lines and code, two typefaces embedded, and no signature.',
        ];
        return { ...result, notes };
      });
    } finally {
      await rm(storageDir, { recursive: true, force: true });
      await bench.close();
    }
  },
};
