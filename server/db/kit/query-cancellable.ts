import net from 'node:net';
import type pg from 'pg';
import { databaseProblem } from './database-problem.ts';

/** What pg keeps of a connection's key but does not type: needed for the protocol's CancelRequest. */
interface BackendKey {
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
}

/** PostgreSQL protocol, "Canceling Requests in Progress": length, code 80877102, process id, secret key. */
function cancelRequest({ processID, secretKey }: BackendKey): Buffer {
  const message = Buffer.alloc(16);
  message.writeInt32BE(16, 0);
  message.writeInt32BE(80877102, 4);
  message.writeInt32BE(processID, 8);
  message.writeInt32BE(secretKey, 12);
  return message;
}

/**
 * Sends the request over a connection of its own, as the protocol asks, rather than pg_cancel_backend from the pool,
 * which may have no connection left. Resolves when the server has closed it: by then the signal has been sent, so the
 * backend can be used again without the cancel hitting its next statement.
 */
function sendCancel(key: BackendKey): Promise<void> {
  return new Promise((resolve) => {
    const socket = key.host.startsWith('/')
      ? net.connect(`${key.host}/.s.PGSQL.${key.port}`)
      : net.connect(key.port, key.host);
    // A cancel that cannot be delivered leaves the statement to its statement_timeout; there is nobody to tell.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve());
    socket.setTimeout(2000, () => socket.destroy());
    socket.end(cancelRequest(key));
  });
}

/**
 * Runs one prepared statement and stops it in PostgreSQL when `signal` aborts (the client went away). The connection
 * returns to the pool only after both the statement and the cancel have ended.
 */
export async function queryCancellable<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  query: { readonly name: string; readonly text: string; readonly values: unknown[] },
  signal: AbortSignal,
): Promise<Row[]> {
  let canceled: Promise<void> | undefined;
  try {
    const client = await pool.connect();
    const cancel = () => {
      canceled = sendCancel(client as unknown as BackendKey);
    };
    try {
      signal.throwIfAborted();
      signal.addEventListener('abort', cancel, { once: true });
      return (await client.query<Row>(query)).rows;
    } finally {
      signal.removeEventListener('abort', cancel);
      await canceled;
      client.release();
    }
  } catch (error) {
    throw databaseProblem(error);
  }
}
