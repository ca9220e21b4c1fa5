import pg from 'pg';
import { queryRows } from './query-rows.ts';

export interface Listener {
  close(): Promise<void>;
}

const AGAIN_MS = 1_000;

/** Says something on a channel, to whoever listens in any process. */
export async function notify(pool: pg.Pool, channel: string, payload: string): Promise<void> {
  await queryRows(pool, 'select pg_notify($1, $2)', [channel, payload]);
}

/**
 * Listens on channels of PostgreSQL over one connection of its own, and connects again when it is lost. What was said
 * meanwhile is not repeated: `onConnect` comes after each connection, to ask for the state as it is.
 */
export function listenTo(
  pool: pg.Pool,
  channels: readonly string[],
  onNotify: (channel: string, payload: string) => void,
  onConnect: () => void,
): Listener {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let opening: Promise<void> = Promise.resolve();

  async function open(): Promise<void> {
    const mine = new pg.Client({ ...pool.options, application_name: 'diaba-listen', keepAlive: true });
    let lost = false;
    const again = () => {
      if (lost) return;
      lost = true;
      mine.end().catch(() => undefined); // it is gone already
      if (!closed) timer = setTimeout(start, AGAIN_MS);
    };
    mine.on('error', again);
    mine.on('end', again);
    mine.on('notification', ({ channel, payload = '' }) => onNotify(channel, payload));
    try {
      await mine.connect();
      for (const channel of channels) await mine.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch {
      again(); // the database is away: asked again until it answers
      return;
    }
    client = mine;
    if (closed) await mine.end();
    else onConnect();
  }
  function start(): void {
    opening = open();
  }
  start();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await opening;
      await client?.end().catch(() => undefined); // lost just now
    },
  };
}
