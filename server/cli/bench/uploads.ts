/**
 * `npm run bench -- uploads`: an officer drops twenty zips of 300 parcels on the page. How long after the last byte until
 * the first finding can be shown, and until every batch can be reviewed; as her browser is told, by events.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipFiles } from '../../../gis-import/demo/file/zip-files.ts';
import type { BatchProgress } from '../../domain/batch/batch-progress.ts';
import type { DatabaseUrls } from '../../embedded/database-urls.ts';
import { findFreePort } from '../../embedded/find-free-port.ts';
import { BENCH_STORAGE, openBenchCluster, REGISTRY_SRID } from './kit/bench-database.ts';
import { createBenchOfficer } from './kit/bench-officer.ts';
import type { Bench, BenchResult } from './kit/bench-result.ts';
import { BENCH_COMMUNE, boxRing, generateParcels, type Numbered, partsOf } from './large-file.ts';
import type { ServeUploadsJob } from './serve-uploads-child.ts';

const CHILD = fileURLToPath(new URL('./serve-uploads-child.ts', import.meta.url));
const ZIPS = 20;
const PARCELS = 300;
const FIRST_MS = 5_000;
const ALL_MS = 60_000;

interface Round {
  /** From the first byte of the first file to the reply to the last of the last. */
  readonly sentMs: number;
  /** From the last byte on. */
  readonly firstMs: number;
  readonly allMs: number;
}

/** Every file with a fault, so that there is a finding to be shown: one parcel has the number of another. */
function withFault(parcels: readonly Numbered[]): Numbered[] {
  return parcels.map((parcel, i) => (i === 1 ? { ...parcel, parcelNo: parcels[0]!.parcelNo } : parcel));
}

async function makeZips(): Promise<{ zips: Buffer[]; ring: ReturnType<typeof boxRing> }> {
  const all = generateParcels(ZIPS * PARCELS);
  const zips: Buffer[] = [];
  for (let i = 0; i < ZIPS; i += 1)
    zips.push(await zipFiles(partsOf(withFault(all.slice(i * PARCELS, (i + 1) * PARCELS)))));
  return { zips, ring: boxRing(partsOf(all)[0]!.bytes) };
}

const encoded = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** One file as tus sends it; the batch it became. */
async function upload(base: string, headers: Record<string, string>, zip: Buffer, name: string): Promise<string> {
  const sha256 = createHash('sha256').update(zip).digest('hex');
  const tus = { ...headers, 'tus-resumable': '1.0.0' };
  const metadata = encoded({ filename: name, commune: BENCH_COMMUNE, scale: '1000', sha256 });
  const begun = await fetch(`${base}/uploads`, {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(zip.length), 'upload-metadata': metadata },
  });
  if (begun.status !== 201) throw new Error(`${begun.status} ${await begun.text()}`);
  const sent = await fetch(`${base}${begun.headers.get('location')}`, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(zip),
  });
  const batchId = sent.headers.get('diaba-batch');
  if (batchId === null) throw new Error(`${sent.status} ${await sent.text()}`);
  return batchId;
}

/** Whether a finding of a batch can be shown: it is asked for, as the page does. */
async function showsFinding(base: string, headers: Record<string, string>, batchId: string): Promise<void> {
  const reply = await fetch(`${base}/api/batches/${batchId}/findings`, { headers });
  const { groups } = (await reply.json()) as { groups: unknown[] };
  if (groups.length === 0) throw new Error(`batch ${batchId} has no finding to show`);
}

/** Reads events until every batch can be reviewed. */
async function watch(base: string, headers: Record<string, string>, batches: string[], onRead: (id: string) => void) {
  const reply = await fetch(`${base}/api/batches/events?ids=${batches.join(',')}`, { headers });
  const left = new Set(batches);
  let text = '';
  for await (const chunk of reply.body!.pipeThrough(new TextDecoderStream())) {
    const lines = (text + chunk).split('\n');
    text = lines.pop()!;
    for (const line of lines.filter((one) => one.startsWith('data: '))) {
      const { id, status, work, error } = JSON.parse(line.slice(6)) as BatchProgress;
      if (work === 'failed' || status === 'refused') throw new Error(`batch ${id} is ${status}: ${error?.code}`);
      if (status === 'validated' && left.delete(id)) onRead(id);
    }
    if (left.size === 0) return;
  }
  throw new Error(`the stream ended with ${left.size} batches unread`);
}

async function measure(urls: DatabaseUrls, zips: readonly Buffer[]): Promise<Round> {
  const folder = await mkdtemp(join(BENCH_STORAGE, 'uploads-'));
  const child = fork(CHILD, { execArgv: ['--disable-warning=ExperimentalWarning'] });
  try {
    const { identity, headers } = await createBenchOfficer(folder);
    const port = await findFreePort();
    const base = `http://127.0.0.1:${port}`;
    const job: ServeUploadsJob = { urls, registrySrid: REGISTRY_SRID, storageDir: folder, port, identity };
    child.send(job);
    await once(child, 'message');
    const began = performance.now();
    const batches = await Promise.all(zips.map((zip, i) => upload(base, { ...headers }, zip, `to-${i + 1}.zip`)));
    const last = performance.now();
    let first: Promise<number> | undefined;
    await watch(base, { ...headers }, batches, (id) => {
      first ??= showsFinding(base, { ...headers }, id).then(() => performance.now());
    });
    return { sentMs: last - began, firstMs: Math.max(0, (await first!) - last), allMs: performance.now() - last };
  } finally {
    const closed = once(child, 'exit');
    child.disconnect();
    await closed;
    await rm(folder, { recursive: true, force: true });
  }
}

const summarise = (rounds: readonly Round[]): Pick<BenchResult, 'measures' | 'bars'> => ({
  measures: [
    { label: 'twenty zips sent and received', unit: 'ms', percentile: 50, values: rounds.map(({ sentMs }) => sentMs) },
    {
      label: 'last byte to the first finding',
      unit: 'ms',
      percentile: 50,
      values: rounds.map(({ firstMs }) => firstMs),
    },
    { label: 'last byte to all reviewable', unit: 'ms', percentile: 50, values: rounds.map(({ allMs }) => allMs) },
  ],
  bars: [
    {
      about: 'first finding after the last byte',
      measured: Math.max(...rounds.map(({ firstMs }) => firstMs)),
      limit: FIRST_MS,
      unit: 'ms',
    },
    {
      about: 'all twenty reviewable after the last byte',
      measured: Math.max(...rounds.map(({ allMs }) => allMs)),
      limit: ALL_MS,
      unit: 'ms',
    },
  ],
});

export const uploadsBench: Bench = {
  name: 'uploads',
  about: 'twenty zips of 300 parcels, from the last byte to findings',
  async run(options) {
    const { zips, ring } = await makeZips();
    const bench = await openBenchCluster({ code: BENCH_COMMUNE, ring });
    const rounds: Round[] = [];
    try {
      for (let i = 1; i <= options.rounds; i += 1) {
        await bench.withDatabase('bench_uploads', async (urls) => {
          await bench.checkpoint();
          const round = await measure(urls, zips);
          rounds.push(round);
          const [sent, first, all] = [round.sentMs, round.firstMs, round.allMs].map((ms) => (ms / 1000).toFixed(1));
          options.tell(
            `round ${i}: sent in ${sent} s, first ${first} s, all ${all} s; load ${loadavg()[0]!.toFixed(1)}`,
          );
        });
      }
    } finally {
      await bench.close();
    }
    return {
      ...summarise(rounds),
      notes: [
        `${ZIPS} zips of ${PARCELS} parcels and ${Math.round(zips[0]!.length / 1024)} kB, all at once over loopback; bars hold the slowest round`,
        'Server and worker are one process, as npm start has them; a batch counts as reviewable when its event says validated.',
      ],
    };
  },
};
