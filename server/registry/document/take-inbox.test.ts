/** Scans from a folder: taken once, refused with a reason, never lost, never from outside of it. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { openTestImport, type TestImport } from '../../testing/import/open-import.ts';
import { takeInbox } from './take-inbox.ts';

let t: TestImport;
let folder: string;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-inbox-'));
});

const put = async (name: string, text: string) => {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
};
/** One look, a minute after everything was written unless it is said otherwise; what was said. */
async function look(later = 60_000, queue: () => Promise<void> = async () => undefined): Promise<string[]> {
  const said: string[] = [];
  const { pool, storageDir, personalDataKey } = t.context;
  await takeInbox(
    {
      pool,
      storageDir,
      personalDataKey,
      folder,
      queue,
      said: (commune, outcome) => said.push(`${commune} ${outcome}`),
    },
    Date.now() + later,
  );
  return said;
}
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => !one.isDirectory())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .sort();
const scans = async (): Promise<{ source_name: string; created_by: string; commune_code: string }[]> =>
  t.query('select source_name, created_by, commune_code from document.scan order by source_name');

test('files of a commune come into its archive, of folders inside too, and move out of the way', async () => {
  await put('07210/Hộp 12/giấy 1.pdf', '%PDF-1.7 một');
  await put('07210/bìa.JPG', 'ảnh');
  await put('07210/.DS_Store', 'of the machine');
  await put('ngoài.pdf', 'of no commune');
  assert.deepEqual(await look(0), [], 'a scanner may still be writing');
  assert.deepEqual(await look(), ['07210 taken', '07210 taken']);
  assert.deepEqual(await files(), [
    '07210/.DS_Store',
    'ngoài.pdf',
    'taken/07210/Hộp 12/giấy 1.pdf',
    'taken/07210/bìa.JPG',
  ]);
  assert.deepEqual(
    (await scans()).map(({ source_name, created_by, commune_code }) => [source_name, created_by, commune_code]).sort(),
    [
      ['bìa.JPG', 'scan-inbox', '07210'],
      ['giấy 1.pdf', 'scan-inbox', '07210'],
    ],
  );
  assert.deepEqual(await look(), [], 'nothing is left to do');
  await rm(folder, { recursive: true });
});

test('the same bytes again are the same scan, also where it was broken off before the file was moved', async () => {
  const before = (await scans()).length;
  await put('07210/a.pdf', '%PDF-1.7 hai');
  await assert.rejects(
    look(60_000, () => Promise.reject(new Error('the database is away'))),
    /away/,
  );
  assert.deepEqual([await files(), (await scans()).length], [['07210/a.pdf'], before], 'whole or nothing');
  const away = Object.assign(new Error('terminating connection'), { code: '57P01' });
  await assert.rejects(
    look(60_000, () => Promise.reject(away)),
    /terminating/,
  );
  assert.deepEqual(await files(), ['07210/a.pdf'], 'what the database cannot do now is no fault of the file');
  await look();
  await put('07210/a.pdf', '%PDF-1.7 hai');
  assert.deepEqual(await look(), ['07210 taken']);
  assert.deepEqual(await files(), ['taken/07210/a (2).pdf', 'taken/07210/a.pdf']);
  assert.equal((await scans()).length, before + 1);
  await rm(folder, { recursive: true });
});

test('what is no scan, is empty, or of no commune is refused with its reason; a link leads nowhere', async () => {
  const before = (await scans()).length;
  await put('07210/ghi chú.txt', 'không phải bản quét');
  await put('07210/trống.pdf', '');
  await put('12345/x.pdf', '%PDF-1.7 ba');
  await put('secret.pdf', '%PDF-1.7 of another folder');
  await symlink(join(folder, 'secret.pdf'), join(folder, '07210/link.pdf'));
  assert.deepEqual((await look()).sort(), [
    '07210 upload.metadata_invalid',
    '07210 upload.metadata_invalid',
    '12345 commune.unknown',
  ]);
  assert.deepEqual(await files(), [
    '07210/link.pdf',
    'refused/07210/ghi chú.txt',
    'refused/07210/ghi chú.txt.txt',
    'refused/07210/trống.pdf',
    'refused/07210/trống.pdf.txt',
    'refused/12345/x.pdf',
    'refused/12345/x.pdf.txt',
    'secret.pdf',
  ]);
  assert.match(await readFile(join(folder, 'refused/12345/x.pdf.txt'), 'utf8'), /^commune\.unknown\n.*12345/);
  assert.equal((await scans()).length, before);
  await rm(folder, { recursive: true });
});

test('a file that is written anew while it is taken is not put away unread', async () => {
  const before = (await scans()).length;
  await put('07210/b.pdf', '%PDF-1.7 bốn');
  assert.deepEqual(await look(60_000, () => put('07210/b.pdf', '%PDF-1.7 bốn, thêm một trang')), []);
  assert.deepEqual(await files(), ['07210/b.pdf']);
  assert.deepEqual(await look(), ['07210 taken']);
  assert.equal((await scans()).length, before + 2, 'both are in the archive');
  await rm(folder, { recursive: true });
});

test('two workers at once: each file once, and neither stumbles', async () => {
  const before = (await scans()).length;
  for (let n = 0; n < 6; n++) await put(`07210/${n}.pdf`, `%PDF-1.7 hai lần ${n}`);
  const said = (await Promise.all([look(), look()])).flat();
  assert.deepEqual(said, Array(6).fill('07210 taken'));
  assert.equal((await scans()).length, before + 6);
  assert.equal((await files()).filter((name) => name.startsWith('taken/')).length, 6);
  await rm(folder, { recursive: true });
});
