import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../testing/test-database.ts';
import { describeSchema, type SchemaDescription } from './describe-schema.ts';
import { schemaPage } from './schema-page.ts';

let database: TestDatabase;
let owner: pg.Client;
let said: SchemaDescription;
before(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.urls.migrator });
  await owner.connect();
  await owner.query(`
    create table reference.fee (dong bigint not null check (dong > 0), note text);
    comment on table reference.fee is 'Fees';
    comment on column reference.fee.dong is 'Đồng';
    grant select on reference.fee to diaba_app, diaba_auditor;
    grant update (note) on reference.fee to diaba_app;
    alter table reference.fee enable row level security;
    create policy fee_read on reference.fee for select to diaba_app using (true)`);
  said = await describeSchema(owner);
});
after(async () => {
  await owner.end();
  await database.drop();
});

test('every table, view, column and function of ours is on the page, once', async () => {
  const page = schemaPage(said, 'x');
  const { rows } = await owner.query<{ name: string }>(
    `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'm') and n.nspname !~ '^pg_|^information_schema$|^public$|^pgboss$'
       and pg_get_userbyid(n.nspowner) = 'diaba_migrator'`,
  );
  assert.ok(rows.length > 80);
  const headings = new Set(page.match(/(?<=^### )[\w.]+/gm));
  assert.deepEqual(
    rows.map((row) => row.name).filter((name) => !headings.has(name)),
    [],
  );
  const columns = said.relations.flatMap((one) => one.columns);
  assert.equal(page.match(/^\| `\w+` \| /gm)?.length, columns.length);
  assert.equal(page.match(/^\| `\w+\.\w+\(/gm)?.length, said.functions.length);
  assert.ok(said.functions.length > 100);
});

test('a table says what may be null, its checks, who may do what, and by which policy', () => {
  const page = schemaPage(said, 'x');
  const section = page.slice(page.indexOf('### reference.fee\n')).split('\n### ')[0]!;
  assert.ok(section.includes('| `dong` | bigint | no | Đồng |'), section);
  assert.ok(section.includes('| `note` | text | yes |  |'));
  assert.ok(section.includes('- Check: `((dong > 0))`'));
  assert.ok(section.includes('- Who: `diaba_app` select; update of note; `diaba_auditor` select'));
  assert.ok(section.includes('- Rows by policy: `fee_read` (select, `diaba_app`)'));
});

test('nothing in a comment breaks a row of a table', () => {
  const fee = said.relations.find((one) => one.name === 'fee')!;
  const columns = fee.columns.map((one) => ({ ...one, comment: 'one | two\nthree' }));
  const page = schemaPage({ ...said, relations: [{ ...fee, columns }] }, 'x');
  assert.ok(page.includes('| `dong` | bigint | no | one \\| two three |'));
});
