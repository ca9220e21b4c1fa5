import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentKindOf } from './sent-kind.ts';
import { unfitFile } from './unfit-file.ts';

const ZIP = Buffer.from('504b030414000000', 'hex');

test('only what may hold records by its name, and be a zip where it says so, is sent', async () => {
  const of = (name: string, bytes: Buffer) => unfitFile(new File([new Uint8Array(bytes)], name));
  assert.equal(await of('to 12.zip', ZIP), null);
  assert.equal(await of('TO-12.ZIP', ZIP), null);
  for (const name of ['ghi chu.txt', 'to12.shp', 'to12.dbf', 'to12.rar', 'zip', 'to12.zip.txt', ''])
    assert.equal(await of(name, ZIP), 'kind', name);
  for (const name of ['to12.gpkg', 'to12.GML', 'to12.geojson', 'to12.json'])
    assert.equal(await of(name, Buffer.from('?')), null, name);
  assert.equal(await of('to12.gpkg', Buffer.alloc(0)), 'empty');
  assert.equal(await of('to12.zip', Buffer.alloc(0)), 'empty');
  assert.equal(await of('to12.zip', Buffer.from('Rar!\x1a\x07')), 'content');
  assert.equal(await of('to12.zip', Buffer.from('PK')), 'content');
});

test('only what may be a scanned paper by its first bytes is sent to the archive', async () => {
  const of = (bytes: Buffer) => unfitFile(new File([new Uint8Array(bytes)], 'gcn.pdf'), 'scan');
  const hex = (digits: string) => Buffer.from(digits, 'hex');
  for (const head of ['ffd8ffe0', '89504e470d0a1a0a00', '49492a0008', '4d4d002a00', '49492b0008'])
    assert.equal(await of(hex(head)), null, head);
  assert.equal(await of(Buffer.from('%PDF-1.7\n')), null);
  assert.equal(await of(Buffer.from(`${'\n'.repeat(900)}%PDF-1.4`)), null, 'readers look that far');
  assert.equal(await of(Buffer.from('PK\u0003\u0004')), 'scanContent');
  assert.equal(await of(Buffer.from('<html>')), 'scanContent');
  assert.equal(await of(Buffer.alloc(0)), 'empty');
  const large = { name: 'tap.pdf', size: 400_000_001, slice: () => new Blob(['%PDF-1.7']) };
  assert.equal(await unfitFile(large, 'scan'), 'scanLarge');
});

test('a file is sent as what its name says', () => {
  for (const name of ['GCN.PDF', 'a.jpg', 'a.jpeg', 'a.tif', 'a.TIFF', 'a.png']) assert.equal(sentKindOf(name), 'scan');
  for (const name of ['to 12.zip', 'pdf', 'a.pdf.zip', '']) assert.equal(sentKindOf(name), 'parcels');
});
