/** Sign-in sessions, through the functions of schema session: the application cannot read the tables. */
import type pg from 'pg';
import { queryPrepared, queryRows } from '../kit/query-rows.ts';
import type { Trx } from '../kit/transaction.ts';

export interface SessionRow {
  readonly sealed: Buffer;
  readonly access_expires_at: Date;
}

/** Opens a session; false where the provider has ended it already. */
export async function insertSession(
  trx: Trx,
  row: { hash: Buffer; sid: string; subject: string; sealed: Buffer; expires: Date; lifetimeS: number },
): Promise<boolean> {
  const { rows } = await trx.query<{ opened: boolean }>(
    'select session.open_session($1, $2, $3, $4, $5, make_interval(secs => $6)) as opened',
    [row.hash, row.sid, row.subject, row.sealed, row.expires, row.lifetimeS],
  );
  return rows[0]!.opened;
}

/** The live session behind a cookie; noted as seen where somebody is there. */
export async function findSessionRow(
  pool: pg.Pool,
  hash: Buffer,
  idleS: number,
  attended: boolean,
): Promise<SessionRow | undefined> {
  const rows = await queryRows<SessionRow & pg.QueryResultRow>(
    pool,
    `select sealed, access_expires_at from session.${attended ? 'find_session' : 'look_at_session'}($1, make_interval(secs => $2))`,
    [hash, idleS],
  );
  return rows[0];
}

/** The same, locked until the transaction ends. */
export async function lockSessionRow(trx: Trx, hash: Buffer): Promise<SessionRow | undefined> {
  const { rows } = await trx.query<SessionRow>('select sealed, access_expires_at from session.lock_session($1)', [
    hash,
  ]);
  return rows[0];
}

export async function updateSessionRow(trx: Trx, hash: Buffer, sealed: Buffer, expires: Date): Promise<void> {
  await trx.query('select session.renew_session($1, $2, $3)', [hash, sealed, expires]);
}

/** Removes a browser's session and ends the provider session behind it; what was sealed in it. */
export async function closeSessionRow(trx: Trx, hash: Buffer): Promise<Buffer | undefined> {
  const { rows } = await trx.query<{ sealed: Buffer }>('select sealed from session.close_session($1)', [hash]);
  return rows[0]?.sealed;
}

/** Removes a browser's session and leaves the provider's. */
export async function forgetSessionRow(trx: Trx, hash: Buffer): Promise<void> {
  await trx.query('select session.forget_session($1)', [hash]);
}

/** Ends a provider session, or all of a subject where `sid` is null. */
export async function endSessionRows(trx: Trx, sid: string | null, subject: string | null): Promise<number> {
  const { rows } = await trx.query<{ n: number }>('select session.end_sessions($1, $2) as n', [sid, subject]);
  return rows[0]!.n;
}

/** A token by what decides whether it is still taken. */
export interface IssuedToken {
  readonly sid: string | null;
  readonly subject: string;
  readonly issuedAt: Date;
}

/** Whether a token's provider session, or its subject as of then, was ended: asked with every request, so planned once. */
export async function isSessionEnded(pool: pg.Pool, { sid, subject, issuedAt }: IssuedToken): Promise<boolean> {
  const [row] = await queryPrepared<{ ended: boolean }>(
    pool,
    'select session.is_ended($1::text, $2::text, $3::timestamptz) as ended',
    [sid, subject, issuedAt],
  );
  return row!.ended;
}

/** Of each, in their order: whether tokens of its provider session, or of its subject issued then, are no longer taken. */
export async function areSessionsEnded(pool: pg.Pool, tokens: readonly IssuedToken[]): Promise<boolean[]> {
  const rows = await queryRows<{ ended: boolean }>(
    pool,
    `select session.is_ended(t.sid, t.subject, t.issued_at) as ended
     from unnest($1::text[], $2::text[], $3::timestamptz[]) with ordinality as t(sid, subject, issued_at, place) order by t.place`,
    [tokens.map(({ sid }) => sid), tokens.map(({ subject }) => subject), tokens.map(({ issuedAt }) => issuedAt)],
  );
  return rows.map(({ ended }) => ended);
}

/** True the first time this token id is given. */
export async function useTokenId(trx: Trx, jti: string, until: Date): Promise<boolean> {
  const { rows } = await trx.query<{ first: boolean }>('select session.use_token($1, $2) as first', [jti, until]);
  return rows[0]!.first;
}
