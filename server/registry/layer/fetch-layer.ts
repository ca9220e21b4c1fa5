import { createHash } from 'node:crypto';
import type pg from 'pg';
import { inTransaction, type Scope } from '../../db/kit/transaction.ts';
import { endFetch, type FetchEnd, type FetchRow, isNewest, takeFetch } from '../../db/layer/fetches.ts';
import { isBatch } from '../../domain/batch/batch-state.ts';
import { KIND_FACTS } from '../../domain/batch/import-kind.ts';
import type { ImportOptions } from '../../domain/batch/import-report.ts';
import { FETCH_LIMITS, FetchFailed, firstPage, nextPage } from '../../domain/layer/layer-fetch.ts';
import { keepSourceFile } from '../batch/keep-source-file.ts';
import type { QueueImport } from '../batch/queue-import.ts';
import { receiveBatch } from '../batch/receive-batch.ts';
import { onceMore } from '../batch/received-file.ts';

export interface Fetching {
  readonly pool: pg.Pool;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  readonly queue: QueueImport;
  /** One page of a service; rejects with FetchFailed. */
  read(url: URL, mostBytes: number, signal: AbortSignal): Promise<Buffer>;
}

/** Who takes readings; what they become is in the name of who asked. */
const FETCH_WORKER: Scope = { id: 'layer-fetch', communes: '*' };

interface Reading {
  readonly chunks: readonly Buffer[];
  readonly pages: number;
  readonly features: number;
}

/** Takes one reading that waits, if there is one: whether there was. Errors of the machine are thrown, and another worker begins it anew. */
export async function fetchNext(fetching: Fetching): Promise<boolean> {
  const { pool } = fetching;
  const fetch = await inTransaction(pool, FETCH_WORKER, takeFetch);
  if (!fetch) return false;
  const none = { pages: 0, features: 0, batchId: null };
  try {
    await keep(fetching, fetch, await readAll(fetching.read, new URL(fetch.url)));
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    const end: FetchEnd = { ...none, status: 'failed', error: error.code };
    await inTransaction(pool, FETCH_WORKER, (trx) => endFetch(trx, fetch.fetchId, end));
  }
  return true;
}

function parsePage(bytes: Buffer): { features: unknown[]; links: unknown } {
  let root: unknown;
  try {
    root = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new FetchFailed('not_geojson', { cause: error });
  }
  const { features, links } = (typeof root === 'object' && root !== null ? root : {}) as Record<string, unknown>;
  if (!Array.isArray(features)) throw new FetchFailed('not_geojson');
  return { features, links };
}

/** Page after page as one collection: what changes with every answer (its time, its links) is not in it, so that the same shapes are the same bytes. */
async function readAll(read: Fetching['read'], address: URL): Promise<Reading> {
  const signal = AbortSignal.timeout(FETCH_LIMITS.ms);
  const chunks = [Buffer.from('{"type":"FeatureCollection","features":[\n')];
  let [bytes, pages, total] = [0, 0, 0];
  let before = '';
  for (let at: URL | null = firstPage(address); at !== null; ) {
    if (pages === FETCH_LIMITS.pages) throw new FetchFailed('too_large');
    const { features, links } = parsePage(await read(at, FETCH_LIMITS.bytes - bytes, signal));
    const lines = features.map((feature) => JSON.stringify(feature));
    const text = lines.join(',\n');
    // A service that knows no pages gives the first one for ever.
    if (text !== '' && text === before) throw new FetchFailed('not_paged');
    before = text;
    if (text !== '') chunks.push(Buffer.from(`${total > 0 ? ',\n' : ''}${text}`));
    bytes += Buffer.byteLength(text);
    if (bytes >= FETCH_LIMITS.bytes) throw new FetchFailed('too_large');
    pages += 1;
    total += lines.length;
    at = nextPage(address, at, { features: lines.length, total, links });
  }
  if (total === 0) throw new FetchFailed('no_features');
  chunks.push(Buffer.from('\n]}\n'));
  return { chunks, pages, features: total };
}

async function* each(chunks: readonly Buffer[]): AsyncIterable<Buffer> {
  yield* chunks;
}

async function keep(
  { pool, storageDir, personalDataKey, queue }: Fetching,
  { fetchId, layer, url, askedBy }: FetchRow,
  { chunks, pages, features }: Reading,
): Promise<void> {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  const sha256 = hash.digest('hex');
  const kept = await keepSourceFile(storageDir, personalDataKey, sha256, each(chunks));
  const source = { ...kept, name: `${layer.code}.geojson`, mediaType: 'application/geo+json' };
  const options: ImportOptions = {
    kind: 'layer',
    commune: null,
    at: null,
    srid: null,
    encoding: 'auto',
    profile: KIND_FACTS.layer.profile,
    sheet: null,
    scale: null,
    layer,
  };
  // In the name of who asked: somebody else decides on what it becomes.
  await onceMore(() =>
    inTransaction(pool, { id: askedBy, communes: '*' }, async (trx) => {
      const end = { error: null, pages, features };
      if (await isNewest(trx, layer.code, url, sha256)) {
        await endFetch(trx, fetchId, { ...end, status: 'unchanged', batchId: null });
        return;
      }
      const batch = await receiveBatch(trx, askedBy, source, options, null, true);
      if (await endFetch(trx, fetchId, { ...end, status: 'done', batchId: batch.batchId }))
        if (isBatch(batch.status, 'unread')) await queue(trx, batch.batchId);
    }),
  );
}
