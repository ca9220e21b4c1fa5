import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PolicyRow, publicationOf, publish } from './publication-policy.ts';

const rows = (channel: string, fields: readonly string[], allowed = true): PolicyRow[] =>
  fields.map((field) => ({ channel, field, allowed }));

test('what has no row is not published, and what a row forbids neither', () => {
  const publication = publicationOf([...rows('tiles', ['*', 'code']), ...rows('tiles', ['no'], false)]);
  assert.equal(publication.tiles.allows('code'), true);
  assert.equal(publication.tiles.allows('no'), false);
  assert.equal(publication.tiles.allows('sheet'), false);
  assert.equal(publication.lookup.allows('code'), false);
  assert.deepEqual(publication.tiles.fields, ['code']);
});

test('a channel without its own row is closed, whatever its fields say', () => {
  const publication = publicationOf(rows('bulk', ['id', 'code']));
  assert.equal(publication.bulk.isOpen, false);
  assert.equal(publication.bulk.allows('code'), false);
  assert.deepEqual(publication.bulk.fields, []);
});

test('a look-up that may not name its parcel is closed', () => {
  const all = ['*', 'id', 'state', 'sheet'];
  assert.equal(publicationOf(rows('lookup', all)).lookup.isOpen, true);
  for (const needed of ['*', 'id', 'state']) {
    const publication = publicationOf([
      ...rows(
        'lookup',
        all.filter((field) => field !== needed),
      ),
    ]);
    assert.equal(publication.lookup.isOpen, false, needed);
  }
});

test('publishing leaves out what is not shown and keeps what the policy does not rule', () => {
  const publication = publicationOf(rows('lookup', ['*', 'id', 'state', 'legalAreaM2']));
  const parcel = { id: 'x', state: 'current', legalAreaM2: null, address: 'Thôn Thử', dataAsOf: null };
  assert.deepEqual(publish(publication.lookup, parcel), {
    id: 'x',
    state: 'current',
    legalAreaM2: null,
    dataAsOf: null,
  });
});
