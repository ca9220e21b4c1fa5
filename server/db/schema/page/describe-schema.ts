/** What the catalogue says of our schemas: for docs/schema.md. */
import type pg from 'pg';

export const SCHEMAS = [
  'reference',
  'staging',
  'cadastre',
  'party',
  'rights',
  'document',
  'dealing',
  'audit',
  'portal',
  'lookup',
  'indicator',
  'watch',
  'session',
  'thematic',
] as const;

interface Column {
  name: string;
  type: string;
  required: boolean;
  comment: string | null;
}

export interface Relation {
  schema: string;
  name: string;
  view: boolean;
  comment: string | null;
  columns: Column[];
  /** Keys and checks as PostgreSQL writes them: primary, unique, foreign, exclusion, check. */
  constraints: string[];
  /** `role: select, insert; update of (a, b)`, the owner left out. */
  grants: { role: string; rights: string }[];
  row_security: boolean;
  policies: { name: string; command: string; roles: string[] }[];
  triggers: string[];
}

export interface DatabaseFunction {
  schema: string;
  name: string;
  arguments: string;
  result: string;
  comment: string | null;
  roles: string[];
}

export interface SchemaDescription {
  schemas: { name: string; comment: string | null; roles: string[] }[];
  relations: Relation[];
  functions: DatabaseFunction[];
}

const SCHEMAS_SAID = `
  select n.nspname as name, obj_description(n.oid, 'pg_namespace') as comment,
    array(select r.rolname::text from pg_roles r, aclexplode(n.nspacl) a
      where a.grantee = r.oid and a.grantee <> n.nspowner and a.privilege_type = 'USAGE' order by 1) as roles
  from pg_namespace n where n.nspname = any ($1) order by array_position($1, n.nspname::text)`;

const RELATIONS = `
  select n.nspname as schema, c.relname as name, c.relkind <> 'r' as view, obj_description(c.oid, 'pg_class') as comment,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull,
        'comment', col_description(c.oid, a.attnum)) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    array(select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'x', 'c')
      order by array_position(array['p', 'u', 'f', 'x', 'c'], k.contype::text), k.conname) as constraints,
    coalesce((select json_agg(json_build_object('role', role, 'rights', rights) order by role) from (
      select role, string_agg(right_name, '; ' order by whole desc, right_name) as rights from (
        select r.rolname as role, true as whole, lower(string_agg(a.privilege_type, ', '
          order by array_position(array['SELECT', 'INSERT', 'UPDATE', 'DELETE'], a.privilege_type))) as right_name
        from aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee where a.grantee <> c.relowner group by 1
        union all
        select r.rolname, false, format('%s of %s', lower(a.privilege_type), string_agg(t.attname, ', ' order by t.attnum))
        from pg_attribute t, aclexplode(t.attacl) a join pg_roles r on r.oid = a.grantee
        where t.attrelid = c.oid and a.grantee <> c.relowner group by r.rolname, a.privilege_type) g
      group by role) roles), '[]') as grants,
    c.relrowsecurity as row_security,
    coalesce((select json_agg(json_build_object('name', p.polname,
        'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
        'roles', array(select rolname from pg_roles where oid = any (p.polroles) order by 1)) order by p.polname)
      from pg_policy p where p.polrelid = c.oid), '[]') as policies,
    array(select distinct t.tgfoid::regproc::text from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal order by 1) as triggers
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any ($1) and c.relkind in ('r', 'v', 'm') order by array_position($1, n.nspname::text), c.relkind <> 'r', c.relname`;

const FUNCTIONS = `
  select n.nspname as schema, p.proname as name, pg_get_function_identity_arguments(p.oid) as arguments,
    pg_get_function_result(p.oid) as result, obj_description(p.oid, 'pg_proc') as comment,
    array(select r.rolname::text from pg_roles r, aclexplode(p.proacl) a where a.grantee = r.oid and a.grantee <> p.proowner order by 1) as roles
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = any ($1) order by array_position($1, n.nspname::text), p.proname`;

export async function describeSchema(client: pg.ClientBase): Promise<SchemaDescription> {
  // So that types of PostGIS are said without their schema, and all of ours with theirs.
  await client.query('set search_path = public');
  const ask = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> =>
    (await client.query<Row>(sql, [SCHEMAS])).rows;
  return {
    schemas: await ask(SCHEMAS_SAID),
    relations: await ask(RELATIONS),
    functions: await ask(FUNCTIONS),
  };
}
