import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actsIn, communesOf, hasRole } from './actor.ts';
import { rolesOf } from './role.ts';

test('communes are codes or all; whatever else a claim holds counts as nothing', () => {
  assert.deepEqual(communesOf(['99001', '99002', '99001']), ['99001', '99002']);
  assert.equal(communesOf(['99001', '*']), '*');
  assert.equal(communesOf('*'), '*');
  assert.deepEqual(communesOf('99001'), ['99001']);
  for (const claim of [undefined, null, 7, {}, [], ['9900'], ['99001,*'], [['99001']], '99001,99002']) {
    assert.deepEqual(communesOf(claim), [], JSON.stringify(claim));
  }
});

test('roles of other services are dropped, each of ours counts once', () => {
  assert.deepEqual(rolesOf(['offline_access', 'officer', 'officer', 'Admin', 7, '__proto__']), ['officer']);
});

test('a right is one of the roles and, where it is scoped, the commune', () => {
  assert.ok(hasRole({ roles: ['officer'] }, ['approver', 'officer']));
  assert.ok(!hasRole({ roles: [] }, ['officer']));
  assert.ok(actsIn({ communes: '*' }, '99001'));
  assert.ok(actsIn({ communes: ['99001'] }, '99001'));
  assert.ok(!actsIn({ communes: ['99001'] }, '99002'));
  assert.ok(!actsIn({ communes: [] }, ''));
});
