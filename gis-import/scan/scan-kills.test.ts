/** Workers that are killed in the middle of a scan, and two at once: no page and no confirmed field is lost, none is there twice. */
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { DocumentDetail, DocumentSummary } from '../../server/domain/contract/document/documents.ts';
import type { DocumentField } from '../../server/domain/document/reading.ts';
import { notEmpty } from '../../server/testing/not-empty.ts';
import { openScanStage, type ScanStage } from '../../server/testing/scan-stage.ts';
import { startWorkerProcess, type WorkerProcess } from '../../server/testing/worker-process.ts';

let s: ScanStage;
const started = new Set<ChildProcess>();
before(async () => {
  s = await openScanStage();
  // Who writes a page waits while somebody holds 4711, and is seen to wait by 4712.
  await s.t.query(`
    create function public.hold_pages() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(4712);
      while not pg_try_advisory_xact_lock_shared(4711) loop
        perform pg_sleep(0.05);
      end loop;
      return new;
    end $$`);
});
after(async () => {
  for (const child of started) child.kill('SIGKILL');
  await s.close();
});

const startWorker = () => startWorkerProcess(s.t.database, s.t.storageDir, (child) => started.add(child));

/** Holds up whoever writes a page so; `reached`: so many do. */
async function holdPages(when: string): Promise<{ reached(count: number): Promise<void>; release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: s.t.database.urls.migrator });
  await client.connect();
  await client.query(`create trigger hold_pages before ${when} execute function public.hold_pages()`);
  await client.query('select pg_advisory_lock(4711)');
  return {
    async reached(count) {
      for (;;) {
        const waiting = await s.t.query(
          `select from pg_locks where locktype = 'advisory' and objid = 4712
           and database = (select oid from pg_database where datname = current_database())`,
        );
        if (waiting.length >= count) return;
        await setTimeout(50);
      }
    },
    async release() {
      await client.query('select pg_advisory_unlock(4711)');
      await client.query('drop trigger hold_pages on document.scan_page');
      await client.end();
    },
  };
}

async function kill({ child, ended }: WorkerProcess): Promise<void> {
  child.kill('SIGKILL');
  assert.deepEqual(await ended, [null, 'SIGKILL']);
  // As the time goes by after which a worker that gave no sign is taken for dead.
  await s.t.query(
    `update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour' where name = 'scan' and state = 'active'`,
  );
}

/** Waits until it is read, as if the pauses between two tries went by at once. */
async function whenRead(scanId: string): Promise<DocumentSummary[]> {
  const hurrying = setInterval(
    () => void s.t.query(`update pgboss.job set start_after = now() where name = 'scan' and state = 'retry'`),
    200,
  );
  try {
    return await s.whenRead(scanId);
  } finally {
    clearInterval(hurrying);
  }
}

const fieldsOf = async (id: string) =>
  (await s.t.get<{ items: DocumentField[] }>(`/api/documents/${id}/fields`, s.archivist)).body.items;
const serialsOf = async (documents: readonly DocumentSummary[]) =>
  Promise.all(
    documents.map(async ({ id }) => (await fieldsOf(id)).find(({ name }) => name === 'serial')?.value ?? null),
  );
const statusOf = async (url: string) =>
  (await s.t.app.inject({ url, headers: s.t.as('archivist', [s.commune], 'thu') })).statusCode;

/** Every page of two papers in one file is there once, with its pictures, in its document. */
async function assertWhole(scanId: string, serials: readonly string[]): Promise<void> {
  const documents = await s.documents(`scanId=${scanId}`);
  assert.deepEqual(
    documents.map(({ pages, pagesRead, pagesRefused, status }) => [pages, pagesRead, pagesRefused, status]),
    [
      [2, 2, 0, 'to_review'],
      [2, 2, 0, 'to_review'],
    ],
  );
  assert.deepEqual(await serialsOf(documents), serials);
  for (const { id } of notEmpty(documents)) {
    const { body } = await s.t.get<DocumentDetail>(`/api/documents/${id}`, s.archivist);
    assert.deepEqual(
      body.pageList.map(({ page, state }) => [page, state]),
      [
        [1, 'read'],
        [2, 'read'],
      ],
    );
    for (const page of [1, 2])
      for (const size of ['full', 'screen', 'thumb'])
        assert.equal(await statusOf(`/api/documents/${id}/pages/${page}?size=${size}`), 200, `${page} ${size}`);
  }
  const told = await s.t.query(`select from audit.entry where action = 'document.read' and body ->> 'scanId' = $1`, [
    scanId,
  ]);
  assert.equal(told.length, 2, 'each document is made once');
}

test('kill -9 while a file is taken apart, and while its pages are read, loses no page and no confirmed field', async () => {
  const first = await startWorker();
  const [mine] = await s.whenRead(await s.bring(await s.scanFront(s.facts()), 'mot.jpg'));
  assert.ok(mine);
  const said = await s.put<DocumentField>(`/api/documents/${mine.id}/fields/bookNo`, { value: 'CN 1' }, s.archivist);
  assert.equal(said.status, 200);

  const [one, two] = [s.facts(), s.facts()];
  const splitting = await holdPages('insert on document.scan_page for each row when (new.page_no = 3)');
  const scanId = await s.bring(await s.scanFolder([one, two]), 'tap.pdf');
  await splitting.reached(1);
  const meanwhile = await s.t.query('select page_no from document.scan_page where scan_id = $1', [scanId]);
  assert.equal(meanwhile.length, 2, 'it is in the middle of the file');
  await kill(first);
  const again = await s.put<DocumentField>(`/api/documents/${mine.id}/fields/sheetNo`, { value: '7' }, s.archivist);
  assert.equal(again.status, 200, 'who reviews does not notice');
  await splitting.release();

  const reading = await holdPages(
    `update on document.scan_page for each row when (new.state = 'read' and new.page_no = 2)`,
  );
  const second = await startWorker();
  const read = whenRead(scanId);
  await reading.reached(1);
  await kill(second);
  await reading.release();
  const third = await startWorker();
  await read;
  await assertWhole(scanId, [one.serial, two.serial]);
  const kept = (await fieldsOf(mine.id)).filter(({ state }) => state !== 'read');
  assert.deepEqual(
    kept.map(({ name, value, state }) => [name, value, state]),
    [
      ['bookNo', 'CN 1', 'confirmed'],
      ['sheetNo', '7', 'confirmed'],
    ],
  );
  third.child.kill('SIGKILL');
  await third.ended;
});

test('two workers at once read different pages, each once', async () => {
  const workers = await Promise.all([startWorker(), startWorker()]);
  const [one, two] = [s.facts(), s.facts()];
  const reading = await holdPages(`update on document.scan_page for each row when (new.state = 'read')`);
  const scanId = await s.bring(await s.scanFolder([one, two]), 'hai nguoi.pdf');
  // All four pages are in hand before any is done: on two cores one worker alone has two.
  await reading.reached(4);
  await reading.release();
  await s.whenRead(scanId);
  await assertWhole(scanId, [one.serial, two.serial]);
  const pages = await s.t.query<{ attempts: number }>(
    'select attempts from document.scan_page where scan_id = $1 order by page_no',
    [scanId],
  );
  assert.deepEqual(
    pages.map(({ attempts }) => attempts),
    [1, 1, 1, 1],
  );
  for (const { child, ended } of workers) {
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
  }
});
