import type pg from 'pg';
import { actAs } from '../../db/kit/act-as.ts';
import { inTransaction } from '../../db/kit/transaction.ts';
import { areSessionsEnded } from '../../db/session/sessions.ts';
import { type BatchProgressRow, listBatchProgress } from '../../db/staging/batch-progress.ts';
import { type Actor, actsIn } from '../../domain/actor.ts';
import { type RegisterNews, readRegisterNews } from '../../domain/dealing/register-news.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { Notices } from '../register/notices.ts';

export interface Watcher {
  readonly actor: Actor;
  readonly batchIds: readonly string[];
  /** The whole state of one batch, when it is not as it was last told. */
  tell(row: BatchProgressRow): void;
  /** A dealing moved in a commune that the actor serves; null: something may have been missed. */
  news(news: RegisterNews | null): void;
  /** The session is over, or the server stops: nothing more will come. */
  end(): void;
}

export interface BatchFeed {
  /** Tells the state of each batch and then every change, until the returned function is called. Throws Problem. */
  watch(watcher: Watcher): Promise<() => void>;
  close(): void;
}

/** Who reads for all watchers; what each may see was asked when it began to watch. */
const READER = { id: 'batch-feed', communes: '*' } as const;
/** Changes within this time are told as one. */
const GATHER_MS = 100;
/** After a reading that failed (the database may be away). */
const AGAIN_MS = 1_000;
const MOST_WATCHERS = 500;
/** Sessions end by a notice; should one be lost, they are asked for. */
const CHECK_MS = 15_000;

interface Watching extends Watcher {
  readonly since: Date;
  readonly told: Map<string, string>;
}

/** How batches come along, for everybody who watches in this process: one listener, one query a moment for all of them. */
export function openBatchFeed(pool: pg.Pool, notices: Notices, onTrouble: (error: unknown) => void): BatchFeed {
  const watching = new Set<Watching>();
  const moved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function tell(one: Watching, row: BatchProgressRow): void {
    const text = JSON.stringify(row);
    if (one.told.get(row.batchId) === text) return;
    one.told.set(row.batchId, text);
    one.tell(row);
  }
  /** Whether it could be read; what could not stays noted. */
  async function flush(): Promise<boolean> {
    const watched = new Set([...watching].flatMap(({ batchIds }) => batchIds));
    const ids = [...moved].filter((id) => watched.has(id));
    moved.clear();
    try {
      const rows = ids.length === 0 ? [] : await inTransaction(pool, READER, (trx) => listBatchProgress(trx, ids));
      for (const row of rows) for (const one of watching) if (one.batchIds.includes(row.batchId)) tell(one, row);
      return true;
    } catch (error) {
      onTrouble(error);
      for (const id of ids) moved.add(id);
      return false;
    }
  }
  /** One reading at a time: no older state is told after a newer one. */
  function gather(pause = GATHER_MS): void {
    if (closed || moved.size === 0) return;
    timer ??= setTimeout(async () => {
      const read = await flush();
      timer = undefined;
      gather(read ? GATHER_MS : AGAIN_MS);
    }, pause);
  }
  function note(batchIds: Iterable<string>): void {
    for (const id of batchIds) moved.add(id);
    gather();
  }
  async function checkSessions(): Promise<void> {
    const asked = [...watching];
    const ended = await areSessionsEnded(
      pool,
      asked.map(({ actor: { sid, id }, since }) => ({ sid, subject: id, issuedAt: since })),
    );
    for (const [i, one] of asked.entries()) if (ended[i]) one.end();
  }
  function hear(payload: string): void {
    const news = readRegisterNews(payload);
    if (!news) return;
    for (const one of watching) if (actsIn(one.actor, news.commune)) one.news(news);
  }
  const missed = () => {
    for (const one of watching) one.news(null);
  };
  const check = () => void checkSessions().catch(onTrouble);
  const everything = () => note([...watching].flatMap(({ batchIds }) => batchIds));
  const unread: (() => void)[] = [];

  return {
    async watch(watcher) {
      if (closed || watching.size >= MOST_WATCHERS) throw new Problem('service.busy', { retryAfter: 10 });
      if (unread.length === 0) {
        unread.push(
          notices.read('diaba_batch', { heard: (id) => note([id]), connected: everything }),
          notices.read('diaba_register', { heard: hear, connected: missed }),
          notices.read('diaba_session', { heard: check, connected: check }),
        );
        const checking = setInterval(check, CHECK_MS);
        unread.push(() => clearInterval(checking));
      }
      const batchIds = [...new Set(watcher.batchIds.map((id) => id.toLowerCase()))];
      const one: Watching = { ...watcher, batchIds, since: new Date(), told: new Map() };
      // Watched before it is asked: what moves in between is told.
      watching.add(one);
      try {
        const rows = await actAs(pool, watcher.actor, (trx) => listBatchProgress(trx, batchIds));
        if (rows.length < batchIds.length) throw new Problem('batch.not_found');
        for (const row of rows) tell(one, row);
      } catch (error) {
        watching.delete(one);
        throw error;
      }
      return () => void watching.delete(one);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      for (const stop of unread) stop();
      for (const { end } of watching) end();
      watching.clear();
    },
  };
}
