/** What the migrations rest on and cannot make themselves: roles of the whole cluster, extensions, rights of the migrator. */
import pg from 'pg';

/** The roles the migrations grant to, and the setting whose login each is. */
const ROLES = [
  { name: 'diaba_app', setting: 'app', variable: 'DATABASE_URL' },
  { name: 'diaba_portal', setting: 'portal', variable: 'PORTAL_DATABASE_URL' },
  { name: 'diaba_tiles', setting: 'tiles', variable: 'TILES_DATABASE_URL' },
  { name: 'diaba_auditor' },
  { name: 'diaba_portal_owner' },
] as const;
const EXTENSIONS = ['postgis', 'pg_trgm', 'unaccent', 'btree_gist'];

/** Addresses of the logins; a role whose login is not among them is made without one. */
export interface LoginUrls {
  readonly migrator: string;
  readonly app?: string;
  readonly portal?: string;
  readonly tiles?: string;
}

/** One thing that is missing: what it is called, what makes it, and that for a person, without a password. */
export interface Prerequisite {
  readonly name: string;
  readonly sql: string;
  readonly shown: string;
}

interface Found {
  me: string;
  database: string;
  roles: string[];
  extensions: string[];
  owns_portal: boolean;
  writes_systems: boolean;
  creates: boolean;
}

/** Rights are asked for only until the schema is whole: a register that works is not stopped for one it no longer needs. */
const FIND = `
  with fresh as (
    select not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'portal' and c.relname = 'parcel') as yes)
  select current_user as me, current_database() as database,
    array(select name from unnest($1::text[]) with ordinality as a(name, i)
      where not exists (select from pg_roles where rolname = name) order by i) as roles,
    array(select name from unnest($2::text[]) with ordinality as a(name, i)
      where not exists (select from pg_extension where extname = name) order by i) as extensions,
    not fresh.yes or exists (select from pg_roles where rolname = 'diaba_portal_owner' and pg_has_role(oid,
      -- Since 16 membership alone does not let a view change hands.
      case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)) as owns_portal,
    not fresh.yes or coalesce((select bool_and(has_table_privilege(to_regclass('public.spatial_ref_sys'), right_name))
      from unnest(array['select', 'insert', 'update']) right_name), false) as writes_systems,
    not fresh.yes or has_database_privilege(current_database(), 'create') as creates
  from fresh`;

function roleStep(name: string, urls: LoginUrls): Prerequisite {
  const known = ROLES.find((role) => role.name === name);
  const create = `create role ${name}`;
  const url = known && 'setting' in known ? urls[known.setting] : undefined;
  if (!known || !('variable' in known)) return step(`role ${name}`, `${create} nologin`);
  const { username, password } = url === undefined ? { username: '', password: '' } : new URL(url);
  // A login of another name is somebody else's to manage; the role then only carries rights.
  if (decodeURIComponent(username) !== name) return step(`role ${name}`, `${create} nologin`);
  const secret = pg.escapeLiteral(decodeURIComponent(password));
  return {
    name: `role ${name}`,
    sql: password === '' ? `${create} login` : `${create} login password ${secret}`,
    shown:
      password === ''
        ? `${create} login;`
        : `${create} login password 'CHANGE_ME'; -- the password in ${known.variable}`,
  };
}

const step = (name: string, sql: string): Prerequisite => ({ name, sql, shown: `${sql};` });

/** What this database lacks, in the order in which it must be made. Nothing missing costs one query. */
export async function findMissing(client: pg.Client, urls: LoginUrls): Promise<Prerequisite[]> {
  const { rows } = await client.query<Found>(FIND, [ROLES.map((role) => role.name), EXTENSIONS]);
  const found = rows[0]!;
  const me = pg.escapeIdentifier(found.me);
  const missing: Prerequisite[] = [];
  if (!found.creates) {
    const database = pg.escapeIdentifier(found.database);
    missing.push(step(`ownership of database ${found.database}`, `alter database ${database} owner to ${me}`));
  }
  for (const name of found.roles) missing.push(roleStep(name, urls));
  if (!found.owns_portal) {
    missing.push(step('membership in diaba_portal_owner', `grant diaba_portal_owner to ${me}`));
  }
  for (const name of found.extensions) missing.push(step(`extension ${name}`, `create extension ${name}`));
  if (!found.writes_systems) {
    const grant = `grant select, insert, update on public.spatial_ref_sys to ${me}`;
    missing.push(step('the right to add coordinate systems', grant));
  }
  return missing;
}
