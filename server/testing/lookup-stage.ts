/** The real server over the fixture's register, people who look many parcels up, and a worker that answers them. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AnsweredLookupRow, LookupSummary } from '../domain/contract/lookups.ts';
import type { Role } from '../domain/role.ts';
import { startLookupWorker } from '../jobs/start-lookup-worker.ts';
import type { Worker } from '../jobs/start-worker.ts';
import { openTokenApp, type TokenApp } from './sign-in/token-app.ts';
import { TEST_CONFIG } from './test-app.ts';

export interface Asker {
  readonly role: Role;
  readonly sub: string;
  readonly communes?: readonly string[];
}

export interface LookupStage extends TokenApp {
  readonly business: Asker;
  readonly officer: Asker;
  headers(who: Asker): Record<string, string>;
  get<T>(path: string, who: Asker): Promise<{ status: number; body: T }>;
  /** Sends a table, or rows as JSON; a text is a table. */
  post(
    body: string | Buffer | object,
    who?: Asker,
    more?: Record<string, string>,
  ): Promise<{ status: number; body: { lookupId: string; code?: string; errors?: { message: string }[] } }>;
  startWorker(): Promise<Worker>;
  whenDone(lookupId: string, who?: Asker): Promise<LookupSummary>;
  rows(lookupId: string, query?: string, who?: Asker): Promise<AnsweredLookupRow[]>;
  /** Sends, waits, and gives what became of the rows. */
  answer(body: string | object, who?: Asker, more?: Record<string, string>): Promise<AnsweredLookupRow[]>;
}

/** Longest time a look-up may wait on a busy machine. */
const PATIENCE_MS = 120_000;
const QUIET = { info: () => undefined, warn: () => undefined };

export async function openLookupStage(
  ...[config, parts, given]: Parameters<typeof openTokenApp>
): Promise<LookupStage> {
  const t = await openTokenApp({ rateLimits: { tiles: 1e6, others: 1e6 }, ...config }, parts, given);
  const business: Asker = { role: 'business', sub: 'cong-ty', communes: [] };
  const headers = ({ role, sub, communes = ['99001'] }: Asker) => ({ ...t.as(role, communes, sub) });
  const stage: LookupStage = {
    ...t,
    business,
    officer: { role: 'officer', sub: 'lan' },
    headers,
    async get<T>(path: string, who: Asker) {
      const reply = await t.app.inject({ url: path, headers: headers(who) });
      return { status: reply.statusCode, body: reply.json<T>() };
    },
    async post(body, who = business, more = {}) {
      const isTable = typeof body === 'string' || Buffer.isBuffer(body);
      const reply = await t.app.inject({
        method: 'POST',
        url: '/api/lookups',
        headers: {
          ...headers(who),
          'idempotency-key': randomUUID(),
          'content-type': isTable ? 'text/csv' : 'application/json',
          ...more,
        },
        payload: body,
      });
      return { status: reply.statusCode, body: reply.json() };
    },
    startWorker: () =>
      startLookupWorker({
        pool: t.pools.app,
        portal: t.pools.portal,
        personalDataKey: TEST_CONFIG.personalDataKey,
        log: QUIET,
        pollMs: 500,
      }),
    async whenDone(lookupId, who = business) {
      const until = Date.now() + PATIENCE_MS;
      while (Date.now() < until) {
        const { status, body } = await stage.get<LookupSummary>(`/api/lookups/${lookupId}`, who);
        if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
        if (body.state === 'done' || body.state === 'failed') return body;
        await pause(50);
      }
      throw new Error(`look-up ${lookupId} is not answered`);
    },
    async rows(lookupId, query = 'limit=200', who = business) {
      const { status, body } = await stage.get<{ items: AnsweredLookupRow[] }>(
        `/api/lookups/${lookupId}/rows?${query}`,
        who,
      );
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return body.items;
    },
    async answer(body, who = business, more = {}) {
      const { status, body: opened } = await stage.post(body, who, more);
      if (status !== 202) throw new Error(`${status} ${JSON.stringify(opened)}`);
      await stage.whenDone(opened.lookupId, who);
      return stage.rows(opened.lookupId, 'limit=200', who);
    },
  };
  return stage;
}
