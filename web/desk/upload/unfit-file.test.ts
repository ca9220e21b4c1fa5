import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unfitFile } from './unfit-file.ts';

const ZIP = Buffer.from('504b030414000000', 'hex');

test('only what may be a zip by name and first bytes is sent', async () => {
  const of = (name: string, bytes: Buffer) => unfitFile(new File([new Uint8Array(bytes)], name));
  assert.equal(await of('to 12.zip', ZIP), null);
  assert.equal(await of('TO-12.ZIP', ZIP), null);
  for (const name of ['ghi chu.txt', 'to12.shp', 'to12.dbf', 'to12.rar', 'zip', 'to12.zip.txt', ''])
    assert.equal(await of(name, ZIP), 'kind', name);
  assert.equal(await of('to12.zip', Buffer.alloc(0)), 'empty');
  assert.equal(await of('to12.zip', Buffer.from('Rar!\x1a\x07')), 'content');
  assert.equal(await of('to12.zip', Buffer.from('PK')), 'content');
});
