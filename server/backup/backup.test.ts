/** A register as one file and back: whole, at one instant, in use or not; and nothing of it where the file or the target is not what it should be. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { databaseUrls, superuserUrl } from '../embedded/database-urls.ts';
import { asSuperuser, createEmptyDatabase } from '../embedded/ensure-database.ts';
import { createCheckpointSigner } from '../registry/audit/checkpoint-signer.ts';
import { storedPath } from '../registry/batch/keep-source-file.ts';
import { claimBelongings } from '../registry/register/register-identity.ts';
import { type DealingStage, openDealingStage } from '../testing/dealing-stage.ts';
import { notEmpty } from '../testing/not-empty.ts';
import { sealAll } from '../testing/seal-all.ts';
import { TEST_CONFIG } from '../testing/test-app.ts';
import { backUp } from './back-up.ts';
import { BackupError } from './backup-error.ts';
import { checkRegister } from './check-register.ts';
import { type Manifest, NAMED_FILES } from './dump-database.ts';
import { type RestoreTarget, restoreRegister } from './restore.ts';
import { checkBackup } from './unpack-backup.ts';

const ADMIN = fileURLToPath(new URL('../cli/admin.ts', import.meta.url));
const { personalDataKey } = TEST_CONFIG;
let t: DealingStage;
let home: string;
let identity: string;
let recipient: string;
let made: Manifest;
let backup: string;
const databases: string[] = [];
const key = () => ({ identities: [identity] });
const source = () => ({ migratorUrl: t.database.urls.migrator, storageDir: t.storageDir, personalDataKey });

before(async () => {
  t = await openDealingStage();
  home = mkdtempSync(join(tmpdir(), 'diaba-backup-'));
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  await claimBelongings(t.ownerClient, { personalDataKey, storageDir: t.storageDir });
  const { parcel } = await t.plot();
  const paper = await t.post('/api/papers', { kind: 'map_extract', parcelIds: [parcel] }, t.officer);
  assert.equal(paper.status, 201, JSON.stringify(paper.body));
  await t.registerDraft(
    t.split(await t.parcel(parcel), [
      [10, -5],
      [10, 60],
    ]),
  );
  await sealAll(t.pools.app, createCheckpointSigner(personalDataKey), t.ownerClient);
  backup = join(home, 'register.diaba');
  made = await backUp(source(), backup, { recipients: [recipient] });
});
after(async () => {
  for (const name of databases)
    await asSuperuser(t.database.cluster, 'postgres', (client) =>
      client.query(`drop database if exists ${name} with (force)`),
    );
  rmSync(home, { recursive: true, force: true });
  await t.close();
});

/** An empty database and an empty folder to restore into. */
async function emptyTarget(): Promise<RestoreTarget & { readonly name: string }> {
  const name = `test_${process.pid}_restore${databases.length}`;
  databases.push(name);
  await createEmptyDatabase(t.database.cluster, name);
  const storageDir = join(home, name);
  await mkdir(storageDir);
  return { name, storageDir, superuserUrl: superuserUrl(t.database.cluster, name), personalDataKey, database: name };
}

/** Every row of every table, as one digest a table. */
async function digestsOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set row_security = off');
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname in ('audit', 'cadastre', 'dealing', 'document', 'party', 'portal', 'reference', 'staging', 'session')`,
    );
    const digests: Record<string, string> = {};
    for (const { name } of notEmpty(tables)) {
      const { rows } = await client.query<{ digest: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text collate "C")), '') as digest from ${name} t`,
      );
      digests[name] = rows[0]!.digest;
    }
    return digests;
  } finally {
    await client.end();
  }
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error) => (error instanceof BackupError ? error.code : String(error)),
  );

test('what was backed up stands again, row for row and file for file, and its audit tree fits', async () => {
  const target = await emptyTarget();
  assert.deepEqual(await restoreRegister(backup, key(), target), made);
  assert.ok(made.parcels > 0 && made.files.length > 0 && made.checkpoint !== null, JSON.stringify(made));
  assert.deepEqual(
    await digestsOf(superuserUrl(t.database.cluster, target.name)),
    await digestsOf(superuserUrl(t.database.cluster, t.database.name)),
  );
  const urls = databaseUrls(t.database.cluster, target.name);
  const register = { migratorUrl: urls.migrator, appUrl: urls.app, storageDir: target.storageDir, personalDataKey };
  const found = await checkRegister(register, [made.checkpoint!]);
  assert.deepEqual(
    [found.parcels, found.files, found.lost, found.audit.fault],
    [made.parcels, made.files.length, [], null],
  );
  assert.deepEqual(readdirSync(target.storageDir).sort(), ['files', 'scratch', 'signing']);
  assert.equal(await codeOf(restoreRegister(backup, key(), target)), 'backup.register_exists');

  const [first] = made.files;
  await writeFile(storedPath(target.storageDir, first!), 'not this');
  assert.deepEqual((await checkRegister(register, [])).lost, [first], 'a file that cannot be read back is named');
});

test('a backup of a register in use is of one instant: all that was acknowledged before it, and nothing half', async () => {
  const plots = [await t.plot(), await t.plot(), await t.plot(), await t.plot()];
  const acknowledged = (await t.query<{ n: number }>('select count(*)::int as n from dealing.dealing'))[0]!.n;
  let dealt = 0;
  const dealing = (async () => {
    for (const { parcel } of notEmpty(plots)) {
      await t.registerDraft(
        t.split(await t.parcel(parcel), [
          [10, -5],
          [10, 60],
        ]),
      );
      dealt += 1;
    }
  })();
  const path = join(home, 'in-use.diaba');
  const manifest = await backUp(source(), path, { passphrase: 'một câu đủ dài để không ai đoán ra' });
  await dealing;
  assert.equal(dealt, plots.length);
  const target = await emptyTarget();
  await restoreRegister(path, { passphrase: 'một câu đủ dài để không ai đoán ra' }, target);
  const client = new pg.Client({ connectionString: target.superuserUrl! });
  await client.connect();
  const { rows } = await client.query(
    `select (select count(*)::int from dealing.dealing) as dealings, (select count(*)::int from audit.entry) as entries,
       (select count(*)::int from cadastre.parcel) as parcels,
       (select count(*)::int from dealing.dealing d where d.kind = 'split' and d.status = 'registered' and not exists (select from audit.entry e where e.subject_id = d.dealing_id::text)) as unaudited`,
  );
  await client.end();
  assert.deepEqual(rows, [
    { dealings: manifest.dealings, entries: manifest.auditEntries, parcels: manifest.parcels, unaudited: 0 },
  ]);
  assert.ok(manifest.dealings >= acknowledged);
});

test('a file that was altered, cut, or is another’s restores nothing and leaves nothing', async () => {
  const bytes = await readFile(backup);
  assert.deepEqual(await checkBackup(backup, key()), made);
  const flipped = (at: number) => {
    const copy = Buffer.from(bytes);
    copy[at]! ^= 1;
    return copy;
  };
  const stranger = await generateX25519Identity();
  const target = await emptyTarget();
  for (const [name, given, code] of [
    ['cut in half', bytes.subarray(0, bytes.length / 2), 'backup.damaged'],
    ['without its last byte', bytes.subarray(0, -1), 'backup.damaged'],
    ['with a byte more', Buffer.concat([bytes, Buffer.from('x')]), 'backup.damaged'],
    ['one bit in its middle', flipped(bytes.length >> 1), 'backup.damaged'],
    ['one bit at its end', flipped(bytes.length - 1), 'backup.damaged'],
    ['one bit of its head', flipped(150), 'backup.not_a_backup'],
    ['no backup at all', Buffer.from('PK\u0003\u0004 something else'), 'backup.not_a_backup'],
    ['nothing', Buffer.alloc(0), 'backup.not_a_backup'],
  ] as const) {
    const path = join(home, 'altered.diaba');
    await writeFile(path, given);
    assert.equal(await codeOf(checkBackup(path, key())), code, name);
    assert.equal(await codeOf(restoreRegister(path, key(), target)), code, name);
    assert.deepEqual(readdirSync(target.storageDir), [], name);
  }
  assert.equal(await codeOf(checkBackup(backup, { identities: [stranger] })), 'backup.other_key');
  assert.equal(await codeOf(checkBackup(backup, { passphrase: 'x' })), 'backup.other_key');
});

test('over a register, another store or with another key nothing is restored; over a backup nothing is written', async () => {
  const target = await emptyTarget();
  await mkdir(join(target.storageDir, 'files'));
  writeFileSync(join(target.storageDir, 'files', 'register-id'), 'another\n');
  assert.equal(await codeOf(restoreRegister(backup, key(), target)), 'backup.other_store');
  const other = { ...(await emptyTarget()), personalDataKey: Buffer.alloc(32, 9) };
  assert.equal(await codeOf(restoreRegister(backup, key(), other)), 'backup.other_personal_data_key');
  assert.equal(await codeOf(backUp(source(), backup, { recipients: [recipient] })), 'backup.exists');
  const [name] = made.files;
  const path = storedPath(t.storageDir, name!);
  await cp(path, `${path}.away`);
  await rm(path);
  assert.equal(
    await codeOf(backUp(source(), join(home, 'b.diaba'), { recipients: [recipient] })),
    'backup.store_incomplete',
  );
  await cp(`${path}.away`, path);
  await rm(`${path}.away`);
  assert.equal(existsSync(join(home, 'b.diaba')), false);
});

test('every column that names a file of the store is read when it is backed up', async () => {
  const named = await t.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns
     where column_name = 'sha256' and table_schema not in ('pg_catalog', 'information_schema', 'portal') order by 1`,
  );
  // Certificates stand in their row; an upload that was received is a stored file.
  const apart = ['document.signing_certificate', 'staging.upload'];
  for (const { name } of notEmpty(named.filter((one) => !apart.includes(one.name))))
    assert.ok(NAMED_FILES.includes(`from ${name}`), name);
});

/** The command as an operator types it, on a private database of its own. */
function admin(storageDir: string, args: readonly string[]) {
  const child = spawn(process.execPath, [ADMIN, ...args], {
    env: { PATH: process.env.PATH, STORAGE_DIR: storageDir, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  return { child, ended: once(child, 'close').then(([status]) => ({ status, said })) };
}

test('by the command line into an empty folder, killed on the way and begun again; the key comes with it', async () => {
  const storageDir = join(home, 'private');
  const keyFile = join(home, 'key.txt');
  writeFileSync(keyFile, `# secret\n${identity}\n`);
  const killed = admin(storageDir, ['restore', backup, '--key', keyFile]);
  while (!existsSync(join(storageDir, 'embedded.json')) && killed.child.exitCode === null)
    await new Promise((resolve) => setImmediate(resolve));
  killed.child.kill('SIGKILL');
  await killed.ended;
  const { status, said } = await admin(storageDir, ['restore', backup, '--key', keyFile]).ended;
  assert.equal(status, 0, said);
  assert.match(said, new RegExp(`Restored as of ${made.takenAt}: ${made.parcels} parcels`));
  assert.match(said, /The register is whole/);
  assert.equal(
    JSON.parse(await readFile(join(storageDir, 'embedded.json'), 'utf8')).personalDataKey,
    personalDataKey.toString('base64'),
  );
  assert.equal(existsSync(join(storageDir, 'restoring')), false);
  const again = await admin(storageDir, ['restore', backup, '--key', keyFile]).ended;
  assert.deepEqual([again.status, /There is a register already/.test(again.said)], [1, true], again.said);
});
