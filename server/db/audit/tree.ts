/** The audit log and its tree, as the sealer writes them and proofs read them. */
import type { Trx } from '../kit/transaction.ts';

export interface Subtree {
  readonly level: number;
  readonly index: number;
}

export interface SealedState {
  /** Leaves in the tree. */
  readonly size: number;
  /** Transactions before this one had ended at the last seal; null before the first. */
  readonly horizon: string | null;
}

/** One process seals at a time; false when another is at it. */
export async function beginSealing(trx: Trx): Promise<boolean> {
  const { rows } = await trx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock(9214005) as mine');
  return rows[0]?.mine === true;
}

export async function readSealedState(trx: Trx): Promise<SealedState> {
  const { rows } = await trx.query<SealedState>(
    `select coalesce((select max(position) + 1 from audit.leaf), 0)::float8 as size,
       (select horizon::text from audit.checkpoint order by size desc limit 1) as horizon`,
  );
  return rows[0]!;
}

export interface UnsealedEntry {
  readonly seq: string;
  readonly leaf: Buffer;
}

/**
 * Entries that are not in the tree yet, of transactions that have ended, in the order of their numbers; and the horizon up
 * to which that is all of them. A late committer has a low number and comes in a later seal, never not at all. In a
 * restored cluster transactions count from the beginning again: then every entry is asked.
 */
export async function listUnsealed(
  trx: Trx,
  since: string | null,
  limit: number,
): Promise<{ entries: UnsealedEntry[]; horizon: string }> {
  const { rows } = await trx.query<{ horizon: string; fresh: boolean }>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
       $1::xid8 is null or pg_snapshot_xmin(pg_current_snapshot()) < $1::xid8 as fresh`,
    [since],
  );
  const { horizon, fresh } = rows[0]!;
  const found = await trx.query<UnsealedEntry>(
    `select e.seq::text as seq, e.leaf from audit.entry e
     where ${fresh ? '(e.xid < $1::xid8 or e.xid > pg_snapshot_xmax(pg_current_snapshot()))' : 'e.xid >= $3::xid8 and e.xid < $1::xid8'}
       and not exists (select from audit.leaf l where l.seq = e.seq) order by e.seq limit $2`,
    fresh ? [horizon, limit] : [horizon, limit, since],
  );
  return { entries: found.rows, horizon };
}

export async function appendToTree(
  trx: Trx,
  size: number,
  entries: readonly UnsealedEntry[],
  nodes: readonly { readonly level: number; readonly index: number; readonly hash: Uint8Array }[],
): Promise<void> {
  await trx.query(
    `insert into audit.leaf (position, seq, hash)
     select $1 + n - 1, seq, hash from unnest($2::bigint[], $3::bytea[]) with ordinality as e(seq, hash, n)`,
    [size, entries.map(({ seq }) => seq), entries.map(({ leaf }) => leaf)],
  );
  await trx.query(
    `insert into audit.tree_node (level, index, hash) select * from unnest($1::int[], $2::bigint[], $3::bytea[])`,
    [nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map(({ hash }) => Buffer.from(hash))],
  );
}

export async function insertCheckpoint(
  trx: Trx,
  checkpoint: { readonly size: number; readonly root: Uint8Array; readonly note: string; readonly horizon: string },
): Promise<void> {
  await trx.query('insert into audit.checkpoint (size, root, note, horizon) values ($1, $2, $3, $4::xid8)', [
    checkpoint.size,
    Buffer.from(checkpoint.root),
    checkpoint.note,
    checkpoint.horizon,
  ]);
}

/** Roots of full subtrees, in the order asked; leaves are level 0. Throws where one is missing. */
export async function readSubtrees(trx: Trx, ids: readonly Subtree[]): Promise<Buffer[]> {
  const { rows } = await trx.query<{ hash: Buffer | null }>(
    `select case when i.level = 0 then (select l.hash from audit.leaf l where l.position = i.index)
       else (select t.hash from audit.tree_node t where t.level = i.level and t.index = i.index) end as hash
     from unnest($1::int[], $2::bigint[]) with ordinality as i(level, index, n) order by i.n`,
    [ids.map(({ level }) => level), ids.map(({ index }) => index)],
  );
  return rows.map(({ hash }, at) => {
    if (!hash) throw new Error(`the tree has no node ${ids[at]?.level}/${ids[at]?.index}`);
    return hash;
  });
}

export interface Checkpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly at: Date;
}

/** The last checkpoint, or the one of a size. */
export async function findCheckpoint(trx: Trx, size?: number): Promise<Checkpoint | undefined> {
  const { rows } = await trx.query<Checkpoint>(
    `select size::float8 as size, root, note, at from audit.checkpoint where $1::bigint is null or size = $1 order by size desc limit 1`,
    [size ?? null],
  );
  return rows[0];
}

export async function listCheckpoints(trx: Trx): Promise<Checkpoint[]> {
  const { rows } = await trx.query<Checkpoint>(
    'select size::float8 as size, root, note, at from audit.checkpoint order by size',
  );
  return rows;
}

export interface SealedEntry {
  readonly position: number;
  readonly seq: string;
  /** As it was sealed. */
  readonly hash: Buffer;
  /** As the entry says now, computed from its words; null where the entry is gone. */
  readonly computed: Buffer | null;
  /** As the entry keeps it. */
  readonly kept: Buffer | null;
}

/** Sealed entries from a position on, with what they are now. */
export async function listSealed(trx: Trx, from: number, limit: number): Promise<SealedEntry[]> {
  const { rows } = await trx.query<SealedEntry>(
    `select l.position::float8 as position, l.seq::text as seq, l.hash, audit.leaf_of(e) as computed, e.leaf as kept
     from audit.leaf l left join audit.entry e using (seq) where l.position >= $1 order by l.position limit $2`,
    [from, limit],
  );
  // A composite of a missing row is a row of nulls, whose digest is one of nothing.
  return rows.map((row) => (row.kept === null ? { ...row, computed: null } : row));
}

/** The first entry that should have been sealed with the last checkpoint and was not: put in afterwards. */
export async function findSmuggled(trx: Trx): Promise<{ seq: string; at: Date } | undefined> {
  const { rows } = await trx.query<{ seq: string; at: Date }>(
    `select e.seq::text as seq, e.at from audit.entry e
     where not exists (select from audit.leaf l where l.seq = e.seq)
       and e.xid < (select c.horizon from audit.checkpoint c order by c.size desc limit 1)
       and (select pg_snapshot_xmin(pg_current_snapshot()) >= c.horizon from audit.checkpoint c order by c.size desc limit 1)
     order by e.seq limit 1`,
  );
  return rows[0];
}

export interface AuditLine {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly body: Record<string, unknown>;
  readonly position: number | null;
}

/** Entries, the newest first, before a number. */
export async function listAuditLines(
  trx: Trx,
  filter: {
    readonly before?: number | undefined;
    readonly subjectId?: string | undefined;
    readonly actor?: string | undefined;
  },
  limit: number,
): Promise<AuditLine[]> {
  const { rows } = await trx.query<AuditLine>(
    `select e.seq::float8 as seq, e.at, e.actor, e.action, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.body, l.position::float8 as position
     from audit.entry e left join audit.leaf l using (seq)
     where ($1::bigint is null or e.seq < $1) and ($2::text is null or e.subject_id = $2) and ($3::text is null or e.actor = $3)
     order by e.seq desc limit $4`,
    [filter.before ?? null, filter.subjectId ?? null, filter.actor ?? null, limit],
  );
  return rows;
}

/** Where an entry stands in the tree. */
export async function findLeaf(trx: Trx, seq: number): Promise<{ position: number; hash: Buffer } | undefined> {
  const { rows } = await trx.query<{ position: number; hash: Buffer }>(
    'select position::float8 as position, hash from audit.leaf where seq = $1',
    [seq],
  );
  return rows[0];
}
