import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldError } from '../problem/problem.ts';
import { type GivenLayer, readLayerFacts } from './layer-metadata.ts';

const WHOLE: GivenLayer = {
  layer: 'flood-2026',
  title: '  Vùng ngập  ',
  source: 'Sở Nông nghiệp, hỏi 024187654321',
  licence: 'CC BY 4.0',
  date: '2026-01-15',
};
function read(given: GivenLayer) {
  const errors: FieldError[] = [];
  return { facts: readLayerFacts(given, errors), fields: errors.map(({ field }) => field) };
}

test('facts are read as plain text, without numbers of persons; staff sees what nobody opened', () => {
  const { facts, fields } = read(WHOLE);
  assert.deepEqual(fields, []);
  assert.deepEqual(facts, {
    code: 'flood-2026',
    theme: 'flood',
    title: 'Vùng ngập',
    titleEn: null,
    source: 'Sở Nông nghiệp, hỏi •••••••••321',
    licence: 'CC BY 4.0',
    date: '2026-01-15',
    audience: 'staff',
  });
});

test('each thing that is missing or unfit is named, and then there are no facts', () => {
  const unfit: [GivenLayer, string][] = [
    [{ ...WHOLE, layer: 'Ngập' }, 'layer'],
    [{ ...WHOLE, title: ' ' }, 'title'],
    [{ ...WHOLE, titleEn: 'a\u0007b' }, 'titleEn'],
    [{ ...WHOLE, source: 'x'.repeat(301) }, 'source'],
    [{ ...WHOLE, licence: null }, 'licence'],
    [{ ...WHOLE, date: '2026-02-30' }, 'date'],
    [{ ...WHOLE, theme: 'weather' }, 'theme'],
    [{ ...WHOLE, audience: 'everybody' }, 'audience'],
  ];
  assert.deepEqual(
    unfit.map(([given]) => read(given)),
    unfit.map(([, field]) => ({ facts: undefined, fields: [field] })),
  );
});
