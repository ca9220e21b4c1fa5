import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTableEvidence } from '../../../gis-import/convert/decide-encoding.ts';
import { LANGUAGES } from '../words/language.ts';
import { encodeText, TEXT_ENCODINGS } from './codec.ts';
import { encodingName } from './encoding-name.ts';

test('whatever a table is found to be in has a name for people, plain letters too', () => {
  for (const language of LANGUAGES) {
    const { detected } = createTableEvidence(1).verdict(null);
    for (const encoding of [detected, ...TEXT_ENCODINGS]) assert.ok(encodingName(encoding, language), encoding);
    const names = TEXT_ENCODINGS.map((encoding) => encodingName(encoding, language));
    assert.equal(new Set(names).size, TEXT_ENCODINGS.length);
    assert.equal(encodingName('latin9', language), null);
  }
  const evidence = createTableEvidence(1);
  evidence.add([encodeText('Lan', 'utf8')]);
  assert.equal(encodingName(evidence.verdict(null).detected, 'vi'), 'chữ không dấu (ASCII)');
});
