import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readUnitCode } from '../cell/read-unit-code.ts';
import { mapBoundaryColumns } from './boundary-columns.ts';

const rolesOf = (columns: string[]) => {
  const { roles, areaUnit } = mapBoundaryColumns(columns);
  return { ...Object.fromEntries([...roles].map(([role, index]) => [role, columns[index]])), areaUnit };
};

test('the column that names the thing wins over a plain word, wherever it stands', () => {
  assert.deepEqual(rolesOf(['code', 'NAME', 'MA_XA', 'TEN_XA']), {
    unitCode: 'MA_XA',
    unitName: 'TEN_XA',
    areaUnit: 1,
  });
  assert.deepEqual(rolesOf(['code', 'name', 'fullName', 'areaKm2']), {
    unitCode: 'code',
    unitName: 'fullName',
    declaredArea: 'areaKm2',
    areaUnit: 1_000_000,
  });
});

test('an area counts only where its name says in what, also when DBF cut the name', () => {
  assert.equal(rolesOf(['MADVHC', 'DIENTICH_K']).areaUnit, 1_000_000);
  assert.equal(rolesOf(['MADVHC', 'DIENTICH_H']).areaUnit, 10_000);
  assert.equal(rolesOf(['MADVHC', 'DIENTICH_M']).areaUnit, 1);
  assert.deepEqual(rolesOf(['MADVHC', 'DIENTICH', 'SHAPE_AREA']), { unitCode: 'MADVHC', areaUnit: 1 });
});

test('a code lost its zero in a number column and gets it back; other text is no code', () => {
  assert.deepEqual(readUnitCode('07210'), { code: '07210', given: true });
  assert.deepEqual(readUnitCode(' 7210 '), { code: '07210', given: true });
  assert.deepEqual(readUnitCode('7210.000'), { code: '07210', given: true });
  assert.deepEqual(readUnitCode('  '), { code: null, given: false });
  for (const text of ['72100000', '7210.5', 'x7210', '-7210']) assert.equal(readUnitCode(text).code, null, text);
});
