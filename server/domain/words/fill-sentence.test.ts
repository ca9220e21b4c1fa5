import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillFrom, fillSentence, placeholdersOf } from './fill-sentence.ts';

test('a word that is known is filled in as it is, one that is not stays as written', () => {
  assert.equal(fillFrom('Tờ {sheet}, thửa {no}', { sheet: '$& [{no}]', no: '{sheet}' }), 'Tờ $& [{no}], thửa {sheet}');
  assert.equal(fillFrom('{known} {unknown} {toString}', { known: 7 }), '7 {unknown} {toString}');
});

test('brackets are left out as a whole where one of their words is not known, and only then', () => {
  const sentence = 'Parcel[ {no}][ of sheet {sheet}, {scale}] exists[ already].';
  const fill = (words: Record<string, string>) => fillSentence(sentence, (name) => words[name] ?? null);
  assert.equal(fill({}), 'Parcel exists already.');
  assert.equal(fill({ no: '5', sheet: '12' }), 'Parcel 5 exists already.');
  assert.equal(fill({ no: '', sheet: '12', scale: '1:500' }), 'Parcel  of sheet 12, 1:500 exists already.');
});

test('one or several is chosen by the word 1, inside brackets too', () => {
  for (const [n, words] of [
    ['1', 'record'],
    ['11', 'records'],
    ['0', 'records'],
    ['1.5', 'records'],
  ] as const)
    assert.equal(
      fillFrom('{n} {n|record|records}[ of {n|it|them}]', { n }),
      `${n} ${words} of ${n === '1' ? 'it' : 'them'}`,
    );
  assert.equal(fillFrom('{n|record|records}[ of {n|it|them}]', {}), '{n|record|records}');
});

test('places are named in their order, with those of one or several', () => {
  assert.deepEqual(placeholdersOf('{b}[ {a}] {n|x|y}'), ['b', 'a', 'n']);
});
