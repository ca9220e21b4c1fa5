/** Readings of services that layers are fetched from. */

import type { LayerFacts } from '../../domain/layer/layer-facts.ts';
import type { FetchError, FetchState } from '../../domain/layer/layer-fetch.ts';
import type { Trx } from '../kit/transaction.ts';

export interface FetchRow {
  readonly fetchId: string;
  readonly layer: LayerFacts;
  readonly url: string;
  readonly status: FetchState;
  readonly error: FetchError | null;
  readonly pages: number;
  readonly features: number;
  readonly askedBy: string;
  readonly askedAt: string;
}
const COLUMNS = `fetch_id as "fetchId", layer, url, status, error, pages, features, asked_by as "askedBy", to_json(asked_at)#>>'{}' as "askedAt"`;

/** Seconds a worker has for one reading; then another may begin anew. */
const LEASE_SECONDS = 900;
const MOST_ATTEMPTS = 3;

/** Whether it is new. */
export async function insertFetch(
  trx: Trx,
  { fetchId, layer, url, askedBy }: Pick<FetchRow, 'fetchId' | 'layer' | 'url' | 'askedBy'>,
): Promise<boolean> {
  const { rowCount } = await trx.query(
    'insert into thematic.fetch (fetch_id, layer, url, asked_by) values ($1, $2, $3, $4) on conflict (fetch_id) do nothing',
    [fetchId, JSON.stringify(layer), url, askedBy],
  );
  return rowCount === 1;
}

/** Readings still open of one person. */
export async function countOpenFetches(trx: Trx, askedBy: string): Promise<number> {
  const { rows } = await trx.query<{ n: number }>(
    `select count(*)::int as n from thematic.fetch where asked_by = $1 and status in ('queued', 'running')`,
    [askedBy],
  );
  return rows[0]!.n;
}

/** Those of the last 14 days that became no batch, the newest first. */
export async function listFetches(trx: Trx): Promise<FetchRow[]> {
  const { rows } = await trx.query<FetchRow>(
    `select ${COLUMNS} from thematic.fetch where status <> 'done' and asked_at > now() - interval '14 days' order by asked_at desc limit 30`,
  );
  return rows;
}

/** Takes the oldest that waits, or whose worker was lost. One that was begun too often ends as stopped. */
export async function takeFetch(trx: Trx): Promise<FetchRow | undefined> {
  await trx.query(
    `update thematic.fetch set status = 'failed', error = 'stopped', locked_until = null, changed_at = clock_timestamp()
     where status = 'running' and locked_until < clock_timestamp() and attempts >= $1`,
    [MOST_ATTEMPTS],
  );
  const { rows } = await trx.query<FetchRow>(
    `update thematic.fetch set status = 'running', attempts = attempts + 1, changed_at = clock_timestamp(),
       locked_until = clock_timestamp() + make_interval(secs => $1)
     where fetch_id = (select fetch_id from thematic.fetch where status = 'queued' or (status = 'running' and locked_until < clock_timestamp())
       order by asked_at limit 1 for update skip locked)
     returning ${COLUMNS}`,
    [LEASE_SECONDS],
  );
  return rows[0];
}

export interface FetchEnd {
  readonly status: 'done' | 'unchanged' | 'failed';
  readonly error: FetchError | null;
  readonly pages: number;
  readonly features: number;
  readonly batchId: string | null;
}

/** Whether it was still to be ended. */
export async function endFetch(trx: Trx, fetchId: string, end: FetchEnd): Promise<boolean> {
  const { rowCount } = await trx.query(
    `update thematic.fetch set status = $2, error = $3, pages = $4, features = $5, batch_id = $6, locked_until = null, changed_at = clock_timestamp()
     where fetch_id = $1 and status = 'running'`,
    [fetchId, end.status, end.error, end.pages, end.features, end.batchId],
  );
  return rowCount === 1;
}

/** Whether the newest edition of a layer that waits or is in force has this very content from this address. */
export async function isNewest(trx: Trx, code: string, url: string, sha256: string): Promise<boolean> {
  const { rows } = await trx.query<{ same: boolean }>(
    `select b.source_sha256 = decode($3, 'hex') and e.source_url = $2 as same
     from thematic.edition e join staging.batch b using (batch_id)
     where e.layer_code = $1 and e.status in ('proposed', 'in_force') order by e.edition_no desc limit 1`,
    [code, url, sha256],
  );
  return rows[0]?.same === true;
}
