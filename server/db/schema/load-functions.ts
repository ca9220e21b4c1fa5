/** Brings the functions of a database to what `migrations/functions/` says, within the transaction of the caller. */
import type pg from 'pg';
import { DatabaseUnfit } from '../kit/database-unfit.ts';
import type { FunctionFile } from './function-files.ts';
import { fillSrid } from './migration-source.ts';

/** What a function needs may be made by a later migration: schema, type, table, column, function. */
const NOT_YET = new Set(['3F000', '42704', '42P01', '42703', '42883']);

const PRESENT = `
  select n.nspname || '.' || p.proname as name, array_agg(p.oid::regprocedure::text order by p.oid) as signatures,
    sha256(convert_to(string_agg(pg_get_functiondef(p.oid), '' order by p.oid), 'UTF8')) as definition
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname || '.' || p.proname = any ($1) group by 1`;

interface Present {
  name: string;
  signatures: string[];
  definition: Buffer;
}

async function findPresent(client: pg.ClientBase, names: readonly string[]): Promise<Map<string, Present>> {
  const { rows } = await client.query<Present>(PRESENT, [names]);
  return new Map(rows.map((row) => [row.name, row]));
}

function refuse(one: FunctionFile, error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  // 42P13: create or replace keeps names of arguments and the type of what comes back.
  const wayOut =
    (error as pg.DatabaseError).code === '42P13'
      ? 'A function keeps its signature: give the new one another name, or drop the old one in a migration (migrations/README.md).'
      : undefined;
  throw new DatabaseUnfit('database.migration_failed', `migrations/${one.file} was not loaded: ${reason}.`, wayOut, {
    cause: error,
  });
}

/**
 * Before a migration: what is not there yet and can be made, so that tables, policies and triggers may name it. Bodies
 * are not looked at, since their tables may come later; loadFunctions does that when all migrations are through.
 * Returns the names of what it made.
 */
export async function makeMissingFunctions(
  client: pg.ClientBase,
  files: readonly FunctionFile[],
  registrySrid: number,
): Promise<string[]> {
  const { rows } = await client.query<{ schema: string; names: string[] }>(
    `select n.nspname as schema, array_agg(n.nspname || '.' || p.proname) as names
     from pg_namespace n left join pg_proc p on p.pronamespace = n.oid where n.nspname = any ($1) group by 1`,
    [files.map((one) => one.schema)],
  );
  const present = new Map(rows.map((row) => [row.schema, new Set(row.names)]));
  const missing = files.filter((one) => present.get(one.schema)?.has(one.name) === false);
  const made: string[] = [];
  await client.query('set local check_function_bodies = off');
  for (const one of missing) {
    try {
      await client.query(`savepoint one; ${fillSrid(one.sql, registrySrid)}; release savepoint one`);
      made.push(one.name);
    } catch (error) {
      if (!NOT_YET.has((error as pg.DatabaseError).code ?? '')) refuse(one, error);
      await client.query('rollback to savepoint one; release savepoint one');
    }
  }
  await client.query('set local check_function_bodies = on');
  return made;
}

/**
 * After the migrations: makes or replaces the functions whose file or body is not the one recorded. `made` are those that
 * makeMissingFunctions has just made from these files. Returns the names of all that changed.
 */
export async function loadFunctions(
  client: pg.ClientBase,
  files: readonly FunctionFile[],
  registrySrid: number,
  made: ReadonlySet<string>,
): Promise<string[]> {
  const live = files.filter((one) => !one.retired);
  await dropRetired(client, files);
  const { rows: records } = await client.query<{ name: string; file_sha256: Buffer; definition_sha256: Buffer }>(
    'select name, file_sha256, definition_sha256 from reference.function_source',
  );
  const recorded = new Map(records.map((row) => [row.name, row]));
  const names = [...live.map((one) => one.name), ...recorded.keys()];
  const before = await findPresent(client, names);
  await forgetGone(client, live, [...recorded.keys()], before);
  const stale = live.filter((one) => {
    const [known, there] = [recorded.get(one.name), before.get(one.name)];
    return !known?.file_sha256.equals(one.sha256) || !there?.definition.equals(known.definition_sha256);
  });
  if (stale.length === 0) return [];
  const others = stale.filter((one) => !made.has(one.name));
  // Bodies that name each other need each other's names first; then each body is read for what it says.
  await client.query('set local check_function_bodies = off');
  for (const one of others) if (!before.has(one.name)) await make(client, one, registrySrid);
  await client.query('set local check_function_bodies = on');
  for (const one of others) await make(client, one, registrySrid);
  await record(client, stale);
  return stale.map((one) => one.name);
}

async function make(client: pg.ClientBase, one: FunctionFile, srid: number): Promise<void> {
  await client.query(fillSrid(one.sql, srid)).catch((error: unknown) => refuse(one, error));
}

/** What PostgreSQL asks of a body when it is made; here of those that were made before their tables. */
const VALIDATE = `
  select case l.lanname when 'sql' then fmgr_sql_validator(p.oid) when 'plpgsql' then plpgsql_validator(p.oid) end
  from pg_proc p join pg_language l on l.oid = p.prolang where p.oid = any ($1::regprocedure[])`;

async function record(client: pg.ClientBase, stale: readonly FunctionFile[]): Promise<void> {
  const names = stale.map((one) => one.name);
  const after = await findPresent(client, names);
  for (const one of stale) {
    const { signatures } = after.get(one.name)!;
    if (signatures.length === 1) continue;
    throw new DatabaseUnfit(
      'database.migration_failed',
      `migrations/${one.file} has another signature than the function that is there: ${signatures.join(' and ')}.`,
      'Give the new one another name, or drop the old one in a migration (migrations/README.md).',
    );
  }
  const signatures = names.map((name) => after.get(name)!.signatures[0]!);
  await client.query(VALIDATE, [signatures]).catch((error: pg.DatabaseError) => {
    throw new DatabaseUnfit(
      'database.migration_failed',
      `A function in migrations/functions was not loaded: ${error.message} (${error.where ?? 'no context'}).`,
      undefined,
      { cause: error },
    );
  });
  await client.query(`revoke all on function ${signatures.join(', ')} from public`);
  await client.query(
    `insert into reference.function_source (name, file_sha256, definition_sha256)
     select * from unnest($1::text[], $2::bytea[], $3::bytea[])
     on conflict (name) do update set file_sha256 = excluded.file_sha256, definition_sha256 = excluded.definition_sha256,
       loaded_at = now()`,
    [names, stale.map((one) => one.sha256), names.map((name) => after.get(name)!.definition)],
  );
}

async function dropRetired(client: pg.ClientBase, files: readonly FunctionFile[]): Promise<void> {
  const retired = files.filter((one) => one.retired);
  const present = await findPresent(
    client,
    retired.map((one) => one.name),
  );
  for (const one of retired) {
    for (const signature of present.get(one.name)?.signatures ?? []) {
      // Without cascade: what still uses it is named, and stays.
      await client.query(`drop function ${signature}`).catch((error: unknown) => refuse(one, error));
    }
  }
}

/** A function that was loaded and has no file any more must have been dropped by a migration; nothing is dropped on a guess. */
async function forgetGone(
  client: pg.ClientBase,
  live: readonly FunctionFile[],
  recorded: readonly string[],
  present: ReadonlyMap<string, Present>,
): Promise<void> {
  const names = new Set(live.map((one) => one.name));
  const gone = recorded.filter((name) => !names.has(name));
  const orphan = gone.find((name) => present.has(name));
  if (orphan !== undefined) {
    throw new DatabaseUnfit(
      'database.migration_failed',
      `The database has the function ${orphan}, and this release has no file of it.`,
      'Move its file to migrations/functions/retired/ instead of deleting it (migrations/README.md); or start the release this database belongs to.',
    );
  }
  await client.query('delete from reference.function_source where name = any ($1)', [gone]);
}
