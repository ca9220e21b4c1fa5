import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Compile } from 'typebox/compile';
import { Errors } from 'typebox/schema';
import { CorrectionRequest, ExcludeRequest } from '../../domain/contract/batch/batch-steps.ts';
import { nearestBranch } from './nearest-branch.ts';

/** Where the errors of a value are said to be, with what is missing or not known there. */
function wrong(schema: typeof CorrectionRequest | typeof ExcludeRequest, value: unknown): string[] {
  assert.equal(Compile(schema).Check(value), false);
  const found = Errors(nearestBranch(schema, value), value)[1]
    .filter(({ keyword }) => keyword !== 'boolean')
    .flatMap(({ instancePath, params }) => {
      const { requiredProperties: missing, additionalProperties: unknown } = params as Record<string, string[]>;
      const at = instancePath.slice(1).replaceAll('/', '.');
      return (missing ?? unknown ?? ['']).map((name) => [at, name].filter(Boolean).join('.'));
    });
  return [...new Set(found)];
}

test('what is wrong with a union is said of the branch that the value comes nearest to', () => {
  const edit = { field: 'sheetNo', value: '12', reason: 'Theo sổ' };
  const one = { decision: 'accept', recordNo: 1, field: 'DIACHI', rule: 'text.case_repaired' };
  const expected: [object, string[]][] = [
    [{ recordNo: 1, edit: { ...edit, value: '0' } }, ['edit.value']],
    [{ recordNo: 1, edit: { ...edit, field: 'purposes', value: 'ONT' } }, ['edit.value']],
    [{ recordNo: 1, edit: { ...edit, reason: '' } }, ['edit.reason']],
    [{ recordNo: 1, edit: { ...edit, field: 'owner' } }, ['edit.field']],
    [{ recordNo: 1, edit: { value: '12', reason: 'Theo sổ' } }, ['edit.field']],
    [{ recordNo: 1, edit: null }, ['edit']],
    [{ edit }, ['recordNo']],
    [{ recordNo: 1, edit, more: true }, ['more']],
    [{ ...one, decision: 'maybe' }, ['decision']],
    [{ ...one, recordNo: '1' }, ['recordNo']],
    [{ decision: 'accept', recordNo: 1 }, ['field', 'rule']],
    [{ decision: 'accept' }, ['code']],
    [{ decision: 'accept', code: '%' }, ['code']],
  ];
  for (const [value, fields] of expected) assert.deepEqual(wrong(CorrectionRequest, value), fields);
  assert.deepEqual(wrong(ExcludeRequest, { recordNos: [], reason: 'Trùng' }), ['recordNos']);
  assert.deepEqual(wrong(ExcludeRequest, { code: 'no.such_code', reason: 'Trùng' }), ['code']);
});

test('what is no object, or not a union, is judged as it stands', () => {
  assert.deepEqual(wrong(CorrectionRequest, 'accept').filter(Boolean), []);
  assert.equal(nearestBranch(CorrectionRequest, []), CorrectionRequest);
});
