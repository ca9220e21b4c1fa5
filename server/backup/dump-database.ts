/** The database at one instant, and what was true at it. */
import pg from 'pg';
import { runTool } from './postgres-tool.ts';

/** Facts of the register at the instant of its backup: `manifest.json`. No names, no numbers of persons. */
export interface Manifest {
  readonly format: 'diaba-backup/1';
  /** By the clock of the database. */
  readonly takenAt: string;
  readonly postgres: number;
  /** Which store and key belong to it (reference.registry_state). */
  readonly store: string | null;
  readonly keyFingerprint: string | null;
  readonly parcels: number;
  readonly dealings: number;
  readonly auditEntries: number;
  /** The last signed note of the audit tree; null before the first. */
  readonly checkpoint: string | null;
  /** Files of the store that a row names, by digest (hex), sorted. */
  readonly files: readonly string[];
}

/** Every place where a row names a file of the store. */
export const NAMED_FILES = `select encode(sha256, 'hex') as digest from document.stored_file union select encode(sha256, 'hex') from document.scan
  union select encode(sha256, 'hex') from document.page_picture union select encode(sha256, 'hex') from document.paper order by 1`;

const FACTS = `select clock_timestamp() as "takenAt", current_setting('server_version_num')::int / 10000 as postgres,
  (select value from reference.registry_state where name = 'store') as store,
  (select value from reference.registry_state where name = 'personal_data_key') as "keyFingerprint",
  (select count(*)::int from cadastre.parcel) as parcels, (select count(*)::int from dealing.dealing) as dealings,
  (select count(*)::int from audit.entry) as "auditEntries",
  (select note from audit.checkpoint order by size desc limit 1) as checkpoint`;

/**
 * Writes a dump (custom format) of all that was committed at one instant; what is committed meanwhile is not in it. As the
 * owner of the tables or a superuser: whoever does not see every row is refused by pg_dump.
 */
export async function dumpDatabase(url: string, path: string): Promise<Manifest> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      'set local row_security = off; set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0',
    );
    const { rows: snapshots } = await client.query<{ id: string }>('select pg_export_snapshot() as id');
    const { rows: facts } = await client.query<Omit<Manifest, 'format' | 'files' | 'takenAt'> & { takenAt: Date }>(
      FACTS,
    );
    const { rows: files } = await client.query<{ digest: string }>(NAMED_FILES);
    const { takenAt, ...rest } = facts[0]!;
    await runTool('pg_dump', rest.postgres, url, [
      '--format=custom',
      `--snapshot=${snapshots[0]!.id}`,
      `--file=${path}`,
    ]);
    return {
      format: 'diaba-backup/1',
      takenAt: takenAt.toISOString(),
      ...rest,
      files: files.map(({ digest }) => digest),
    };
  } finally {
    await client.end();
  }
}
