import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findIdentityNumbers } from '../../../server/domain/identity-number/find-identity-numbers.ts';
import { takeFromName } from './take-from-name.ts';

test('an identity number leaves the name with the words that came with it', () => {
  for (const [written, name] of [
    ['Trần Văn Thử CMND: 990123456', 'Trần Văn Thử'],
    ['Trần Văn Thử (CCCD số 099188100006)', 'Trần Văn Thử'],
    ['Trần Văn Thử - 099 188 100 006', 'Trần Văn Thử'],
    ['Trần Văn Thử, số định danh cá nhân: 099188100006, cấp ngày 01/07/2021', 'Trần Văn Thử'],
    ['Trần Văn Thử CMT 990123456 do CA Bắc Giang cấp', 'Trần Văn Thử'],
    ['Trần Văn Thử (990123456) và bà Lê Thị Thử (990123457)', 'Trần Văn Thử và bà Lê Thị Thử'],
    ['Ông Trần Văn Thử CMND 990123456 và bà Lê Thị Thử CMND 990123457', 'Ông Trần Văn Thử và bà Lê Thị Thử'],
    ['990123456 Trần Văn Thử', 'Trần Văn Thử'],
    ['CMND 990123456', ''],
    ['Trần Văn Thử (vợ là Lê Thị Thử CMND 990123456)', 'Trần Văn Thử (vợ là Lê Thị Thử)'],
    ['Trần Văn Thử', 'Trần Văn Thử'],
  ] as const) {
    assert.equal(takeFromName(written, findIdentityNumbers(written)), name);
  }
});
