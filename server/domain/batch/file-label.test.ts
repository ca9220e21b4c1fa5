import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileLabel, isSeen, LABEL_LETTERS } from './file-label.ts';
import { readUploadMetadata } from './upload.ts';

/** The name that an upload is given under; null where it is refused. */
function taken(filename: string): string | null {
  const read = readUploadMetadata({ filename, commune: '99001' });
  return read.errors === null ? read.value.filename : null;
}

const JOINED = ['👨‍👩‍👧 Tờ 12.zip', 'Tờ 12 👩🏽‍🌾.zip', '🏳️‍🌈.zip', 'Gia đình Tờ 7 🏡.zip'];

test('a name with pictures made of several is taken as it is', () => {
  for (const name of JOINED) assert.deepEqual([fileLabel(name), taken(name)], [name, name]);
});

test('what cannot be seen is refused at the door, and not sent by the desk', () => {
  for (const [name, label] of [
    ['to\u200b-12.zip', 'to-12.zip'],
    ['to\u200d12.zip', 'to12.zip'],
    ['👨\u200d.zip', '👨.zip'],
    ['\u200d👨.zip', '👨.zip'],
    ['to-\u202epiz.12', 'to-piz.12'],
    ['\ufeffto\n12.zip', 'to12.zip'],
    ['to\ufffd12.zip', 'to12.zip'],
  ] as const) {
    assert.equal(isSeen(name), false, label);
    assert.equal(taken(name.replace(/^\ufeff/, '\u200b')), null, label);
    assert.deepEqual([fileLabel(name), taken(fileLabel(name))], [label, label]);
  }
  assert.equal(fileLabel('to\ud83d12.zip'), 'to12.zip');
});

test('a name too long for the door loses its middle, never half a letter', () => {
  const long = `${'tờ🏡'.normalize('NFD').repeat(80)}.zip`;
  const label = fileLabel(long);
  assert.equal([...label].length, LABEL_LETTERS);
  assert.ok(label.startsWith('tờ🏡') && label.endsWith('tờ🏡.zip') && label.isWellFormed());
  assert.deepEqual([taken(long), taken(label)], [null, label]);
});

test('a name as long as is allowed stays whole; one letter more loses its middle and is no longer', () => {
  const longest = 'ă'.repeat(LABEL_LETTERS);
  assert.equal(fileLabel(longest), longest);
  const cut = [...fileLabel(`${longest}x`)];
  assert.equal(cut.length, LABEL_LETTERS);
  assert.ok(cut.includes('…'));
});
