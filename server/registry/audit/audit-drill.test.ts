/** Attacks on the log by somebody who owns the database: each is found and named by its position. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { inTransaction } from '../../db/kit/transaction.ts';
import { sealAll } from '../../testing/seal-all.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { createCheckpointSigner } from './checkpoint-signer.ts';
import { verifyConsistency, verifyInclusion } from './merkle.ts';
import { getCheckpoint, proveConsistency, proveInclusion } from './prove-audit.ts';
import { SEALER, sealAudit } from './seal-audit.ts';
import { verifyAudit } from './verify-audit.ts';

const signer = createCheckpointSigner(Buffer.alloc(32, 7));
const AUDITOR = {
  id: 'auditor',
  name: '',
  roles: ['auditor'],
  communes: '*',
  sid: null,
  azp: 'test',
  kind: 'bearer',
} as const;

let database: TestDatabase;
let app: pg.Pool;
let owner: pg.Client;
/** What somebody outside kept before the attack. */
let outside: string;

const write = (count: number) =>
  inTransaction(app, SEALER, async (trx) => {
    for (let n = 0; n < count; n += 1)
      await writeAudit(trx, { actor: 'tester', action: 'x', subjectKind: 'batch', subjectId: String(n), body: { n } });
  });

before(async () => {
  database = await createTestDatabase();
  app = new pg.Pool({ connectionString: database.urls.app, max: 20 });
  app.on('error', () => undefined);
  owner = new pg.Client({ connectionString: database.urls.migrator });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await app.end();
  await database.drop();
});
beforeEach(async () => {
  await unguarded('truncate audit.entry, audit.leaf, audit.tree_node, audit.checkpoint restart identity');
  await write(7);
  await sealAll(app, signer, owner);
  await write(6);
  await sealAll(app, signer, owner);
  outside = (await getCheckpoint(app, AUDITOR)).checkpoint;
});

/** Runs statements as the owner with every trigger off: what a superuser can do. */
async function unguarded(...statements: string[]): Promise<void> {
  const tables = ['entry', 'leaf', 'tree_node', 'checkpoint'];
  for (const table of tables) await owner.query(`alter table audit.${table} disable trigger user`);
  try {
    for (const statement of statements) await owner.query(statement);
  } finally {
    for (const table of tables) await owner.query(`alter table audit.${table} enable trigger user`);
  }
}
const seqAt = async (position: number) =>
  (await owner.query<{ seq: string }>('select seq::text as seq from audit.leaf where position = $1', [position]))
    .rows[0]!.seq;

test('an untouched log fits', async () => {
  assert.deepEqual(await verifyAudit(app, signer, [outside]), { entries: 13, checkpoints: 2, fault: null });
});

test('an entry whose words were edited is named', async () => {
  await unguarded(`update audit.entry set body = '{"n": 99}' where seq = ${await seqAt(4)}`);
  const { fault } = await verifyAudit(app, signer);
  assert.deepEqual([fault?.kind, fault?.position], ['entry_altered', 4]);
});

test('and so it is where its own digest was edited with it', async () => {
  await unguarded(
    `update audit.entry set actor = 'somebody else' where seq = ${await seqAt(4)}`,
    `update audit.entry e set leaf = audit.leaf_of(e) where seq = ${await seqAt(4)}`,
  );
  const { fault } = await verifyAudit(app, signer);
  assert.deepEqual([fault?.kind, fault?.position], ['entry_altered', 4]);
});

test('and where the leaf of the tree was edited too: the signed root does not fit', async () => {
  await unguarded(
    `update audit.entry set actor = 'somebody else' where seq = ${await seqAt(9)}`,
    `update audit.entry e set leaf = audit.leaf_of(e) where seq = ${await seqAt(9)}`,
    `update audit.leaf l set hash = e.leaf from audit.entry e where e.seq = l.seq and l.position = 9`,
  );
  const { fault } = await verifyAudit(app, signer);
  assert.equal(fault?.kind, 'root_differs');
  assert.equal(fault?.position, 7, 'after the last checkpoint that still fits');
});

test('a deleted entry is named', async () => {
  await unguarded(`delete from audit.entry where seq = ${await seqAt(11)}`);
  const { fault } = await verifyAudit(app, signer);
  assert.deepEqual([fault?.kind, fault?.position], ['entry_missing', 11]);
});

test('two entries that changed places are named by the first', async () => {
  const [a, b] = [await seqAt(2), await seqAt(5)];
  await unguarded(
    `update audit.entry set subject_id = case seq when ${a} then '5' else '2' end, body = case seq when ${a} then '{"n": 5}'::jsonb else '{"n": 2}'::jsonb end
     where seq in (${a}, ${b})`,
  );
  const { fault } = await verifyAudit(app, signer);
  assert.deepEqual([fault?.kind, fault?.position], ['entry_altered', 2]);
});

test('leaves out of their order: a gap in the positions is named', async () => {
  await unguarded('delete from audit.leaf where position = 3');
  const { fault } = await verifyAudit(app, signer);
  assert.deepEqual([fault?.kind, fault?.position], ['position_missing', 3]);
});

test('a log whose end was cut off with its checkpoint is told by the checkpoint that somebody kept', async () => {
  await unguarded(
    'delete from audit.entry where seq in (select seq from audit.leaf where position >= 7)',
    'delete from audit.leaf where position >= 7',
    'delete from audit.checkpoint where size > 7',
  );
  assert.equal((await verifyAudit(app, signer)).fault, null, 'by itself it looks whole');
  const { fault } = await verifyAudit(app, signer, [outside]);
  assert.deepEqual([fault?.kind, fault?.position], ['log_shortened', 7]);
});

test('an entry put in between afterwards is named', async () => {
  await unguarded(
    `insert into audit.entry (seq, xid, actor, action, subject_kind, subject_id, leaf) overriding system value
     values (1000000, '3', 'forger', 'x', 'batch', 'x', '\\x00')`,
  );
  const { fault } = await verifyAudit(app, signer);
  assert.equal(fault?.kind, 'entry_inserted');
});

test('a checkpoint signed with another key is told', async () => {
  const forger = createCheckpointSigner(Buffer.alloc(32, 8));
  const root = Buffer.alloc(32, 1);
  await unguarded(
    `update audit.checkpoint set root = '\\x${root.toString('hex')}', note = E'${forger.note(13, root).replaceAll('\n', '\\n')}' where size = 13`,
  );
  const { fault } = await verifyAudit(app, signer);
  assert.deepEqual([fault?.kind, fault?.position], ['checkpoint_forged', 13]);
});

test('the triggers refuse all of it to whoever does not switch them off', async () => {
  for (const statement of [
    'update audit.leaf set hash = hash',
    'delete from audit.tree_node',
    'truncate audit.checkpoint',
    "update audit.entry set action = 'y'",
  ])
    await assert.rejects(owner.query(statement), /append only/);
});

test('proofs by the API verify with the published root, and only with it', async () => {
  const seq = Number(await seqAt(10));
  const { leaf, position, proof, checkpoint } = await proveInclusion(app, AUDITOR, seq);
  const note = signer.read(checkpoint)!;
  const bytes = (text: string) => Buffer.from(text, 'base64');
  assert.ok(verifyInclusion(bytes(leaf), position, note.size, proof.map(bytes), note.root));
  assert.ok(!verifyInclusion(bytes(leaf), position + 1, note.size, proof.map(bytes), note.root));
  const grown = await proveConsistency(app, AUDITOR, 7);
  const [from, to] = [signer.read(grown.from)!, signer.read(grown.to)!];
  assert.ok(verifyConsistency(from.size, to.size, grown.proof.map(bytes), from.root, to.root));
});

test('who commits late is sealed later, never not at all', async () => {
  const late = await app.connect();
  await late.query('begin');
  await late.query(
    "insert into audit.entry (actor, action, subject_kind, subject_id, leaf) values ('late', 'x', 'batch', 'late', '')",
  );
  await write(3);
  await sealAudit(app, signer);
  await late.query('commit');
  late.release();
  await sealAll(app, signer, owner);
  const { rows } = await owner.query("select from audit.leaf join audit.entry using (seq) where actor = 'late'");
  assert.equal(rows.length, 1);
  assert.deepEqual((await verifyAudit(app, signer, [outside])).fault, null);
});

test('16 writers with rollbacks beside a sealer: every committed entry has exactly one position', async () => {
  let writing = true;
  const sealing = (async () => {
    while (writing) await sealAudit(app, signer);
  })();
  await Promise.all(
    Array.from({ length: 16 }, async (_, writer) => {
      for (let n = 0; n < 20; n += 1) {
        const failed = (writer + n) % 10 === 0;
        await inTransaction(app, SEALER, async (trx) => {
          await writeAudit(trx, {
            actor: `w${writer}`,
            action: 'x',
            subjectKind: 'batch',
            subjectId: String(n),
            body: {},
          });
          if (failed) throw new RangeError('rolled back');
        }).catch((error: unknown) => {
          if (!(error instanceof RangeError)) throw error;
        });
      }
    }),
  );
  writing = false;
  await sealing;
  await sealAll(app, signer, owner);
  const { rows } = await owner.query<{ entries: number; leaves: number }>(
    'select (select count(*)::int from audit.entry) as entries, (select count(*)::int from audit.leaf) as leaves',
  );
  assert.equal(rows[0]!.leaves, rows[0]!.entries);
  assert.equal((await verifyAudit(app, signer)).fault, null);
});
