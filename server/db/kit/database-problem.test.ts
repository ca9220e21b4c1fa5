import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../domain/problem/problem.ts';
import { databaseProblem } from './database-problem.ts';

const codeOf = (error: unknown) => {
  const problem = databaseProblem(error);
  return problem instanceof Problem ? problem.code : null;
};

test('who goes away before or while the database is asked is no fault of ours', () => {
  const gone = new AbortController();
  gone.abort();
  assert.equal(codeOf(gone.signal.reason), 'service.busy');
  assert.equal(codeOf(Object.assign(new Error('canceling statement'), { code: '57014' })), 'service.busy');
});

test('a database that is away is told from a mistake of ours, which stays as it is', () => {
  assert.equal(codeOf(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })), 'service.unavailable');
  const mistake = new TypeError('x is not a function');
  assert.equal(databaseProblem(mistake), mistake);
});
