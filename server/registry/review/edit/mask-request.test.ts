import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskRequest } from './mask-request.ts';

test('an identity number in a reason, a note or an address by hand is hidden before it is kept; ids stay', () => {
  const dealingId = '99012345-6789-4123-8123-123456789012';
  assert.deepEqual(maskRequest({ dealingId, note: 'theo CCCD 099188100006', reason: 'bà Thử 099/188/100/006' }), {
    dealingId,
    note: 'theo CCCD •••••••••006',
    reason: 'bà Thử •••••••••006',
  });
  const edit = { field: 'address', value: 'Thôn Thử, 0 9 9 1 8 8 1 0 0 0 0 6', reason: 'số 99188100006' };
  assert.deepEqual(maskRequest({ recordNo: 1, edit }), {
    recordNo: 1,
    edit: { field: 'address', value: 'Thôn Thử, •••••••••006', reason: 'số ••••••••006' },
  });
});

test('what was asked without one is what is done', () => {
  for (const body of [
    undefined,
    { code: 'area.missing', reason: 'đã đối chiếu với sổ' },
    { recordNo: 1, edit: { field: 'parcelNo', value: '123/456/789', reason: 'gộp thửa' } },
  ]) {
    assert.deepEqual(maskRequest(body), body);
  }
});
