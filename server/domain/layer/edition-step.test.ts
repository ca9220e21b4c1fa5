import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '../role.ts';
import { type EditionState, editionSteps } from './edition-step.ts';

const AT = '2026-01-01T00:00:00Z';
const may = (status: EditionState, role: Role, own: boolean, decided = status !== 'proposed') =>
  editionSteps(
    { status, proposedBy: own ? 'me' : 'other', decidedAt: decided ? AT : null },
    { id: 'me', roles: [role] },
  ).join();

test('who brought an edition takes it back, somebody else decides, and others only look', () => {
  assert.equal(may('proposed', 'officer', true), 'withdraw');
  assert.equal(may('proposed', 'approver', true), 'withdraw');
  assert.equal(may('proposed', 'approver', false), 'enforce,refuse');
  assert.equal(may('proposed', 'admin', false), 'enforce,refuse');
  assert.equal(may('proposed', 'officer', false), '');
  assert.equal(may('proposed', 'archivist', true), '');
});

test('what is in force is taken back by a decider; what was in force may be proposed again', () => {
  assert.equal(may('in_force', 'officer', true), '');
  assert.equal(may('in_force', 'approver', true), 'withdraw');
  assert.equal(may('superseded', 'officer', false), 'restore');
  assert.equal(may('withdrawn', 'surveyor', false), 'restore');
  assert.equal(may('withdrawn', 'surveyor', false, false), '', 'it never was');
  assert.equal(may('superseded', 'archivist', false), '');
  assert.equal(may('refused', 'admin', false), '');
});
