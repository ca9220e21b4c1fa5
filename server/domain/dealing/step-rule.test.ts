import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES, type Role } from '../role.ts';
import { fitsRule, isOwn, type StepRule } from './step-rule.ts';

const by = (id: string, ...roles: Role[]) => ({ id, roles });
const proposed = (proposedBy: string | null, status = 'proposed') => ({ status, proposedBy });

test('only from its states, and only with one of its roles', () => {
  const rule: StepRule = { from: ['proposed'], roles: ['officer', 'approver'] };
  for (const role of ROLES)
    assert.equal(fitsRule(rule, proposed(null), by('ha', role)), role === 'officer' || role === 'approver', role);
  assert.equal(fitsRule(rule, proposed(null, 'promoted'), by('ha', 'officer')), false);
  assert.equal(fitsRule(rule, proposed(null), by('ha')), false, 'no role, no step');
});

test('four eyes: who proposed does not decide, whatever roles she has; anybody else with the role does', () => {
  const rule: StepRule = { from: ['proposed'], roles: ['approver'], fourEyes: true };
  assert.equal(fitsRule(rule, proposed('ha'), by('ha', 'officer', 'approver', 'admin')), false);
  assert.equal(fitsRule(rule, proposed('ha'), by('binh', 'approver')), true);
  assert.equal(fitsRule(rule, proposed(null), by('binh', 'approver')), true, 'what nobody proposed is nobody’s own');
});

test('a role that may only on its own does not on another’s, even beside a role of other kind', () => {
  const rule: StepRule = { from: ['proposed'], roles: ['officer', 'approver'], ownOnly: ['officer'] };
  assert.equal(fitsRule(rule, proposed('ha'), by('ha', 'officer')), true);
  assert.equal(fitsRule(rule, proposed('ha'), by('hoa', 'officer')), false);
  assert.equal(fitsRule(rule, proposed('ha'), by('hoa', 'officer', 'surveyor')), false);
  assert.equal(fitsRule(rule, proposed('ha'), by('binh', 'approver')), true);
  assert.equal(fitsRule(rule, proposed('ha'), by('hoa', 'officer', 'approver')), true, 'as an approver');
});

test('nobody’s proposal is not that of somebody without a name', () => {
  assert.equal(isOwn({ proposedBy: null }, { id: 'null' }), false);
});
