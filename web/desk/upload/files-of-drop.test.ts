import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOfMachine } from '../../../server/domain/document/scan-file.ts';
import { filesOfDrop } from './files-of-drop.ts';

const fileEntry = (name: string) =>
  ({
    name,
    isFile: true,
    isDirectory: false,
    file: (take: (file: File) => void) => take(new File(['x'], name)),
  }) as unknown as FileSystemEntry;
/** Gives its entries as browsers do: some at a time, then none. */
const folder = (name: string, ...inside: FileSystemEntry[]) =>
  ({
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const rest = [...inside];
      return { readEntries: (take: (entries: FileSystemEntry[]) => void) => take(rest.splice(0, 2)) };
    },
  }) as unknown as FileSystemEntry;
const dropped = (...entries: FileSystemEntry[]) => ({
  files: entries.filter(({ isFile }) => isFile).map(({ name }) => new File(['x'], name)) as unknown as FileList,
  items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
});
const names = async (...entries: FileSystemEntry[]) => (await filesOfDrop(dropped(...entries))).map(({ name }) => name);

test('files alone are taken as they are', async () => {
  assert.deepEqual(await names(fileEntry('b.pdf'), fileEntry('a.pdf')), ['b.pdf', 'a.pdf']);
});

test('of a folder every file is taken, of folders inside it too, however many at a time they come; by number', async () => {
  const box = folder(
    'Hộp 12',
    ...['10', '9', '2', '1'].map((no) => fileEntry(`to-${no}.pdf`)),
    folder('Cũ', fileEntry('x.tif')),
    folder('Trống'),
  );
  assert.deepEqual(await names(fileEntry('bìa.jpg'), box), [
    'bìa.jpg',
    'x.tif',
    'to-1.pdf',
    'to-2.pdf',
    'to-9.pdf',
    'to-10.pdf',
  ]);
});

test('what a machine writes into folders is nobody’s paper', async () => {
  const box = folder(
    'Hộp',
    fileEntry('.DS_Store'),
    fileEntry('Thumbs.db'),
    fileEntry('desktop.ini'),
    fileEntry('a.pdf'),
  );
  assert.deepEqual(await names(box), ['a.pdf']);
  assert.deepEqual(['.hidden', 'a.thumbs.db', 'desktop.ini.pdf'].map(isOfMachine), [true, false, false]);
});

test('a folder that cannot be read fails the drop', async () => {
  const locked = {
    ...folder('Khoá'),
    createReader: () => ({ readEntries: (_: unknown, fail: (error: Error) => void) => fail(new Error('locked')) }),
  } as unknown as FileSystemEntry;
  await assert.rejects(names(fileEntry('a.pdf'), locked), /locked/);
});
