import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../words/language.ts';
import { PROBLEM_CODES, PROBLEM_STATUS, Problem, problemReply } from './problem.ts';

test('every code has a status of 400 or more and two whole sentences in each language', () => {
  for (const code of PROBLEM_CODES) {
    assert.ok(PROBLEM_STATUS[code] >= 400 && PROBLEM_STATUS[code] < 600, code);
    const [vi, en] = LANGUAGES.map((language) => problemReply(new Problem(code), language));
    for (const reply of [vi, en]) assert.ok(reply && reply.title.length > 5 && /[.”]$/.test(reply.detail), code);
    assert.notEqual(vi?.detail, en?.detail, code);
  }
});
test('a reply carries what the problem knows and nothing of its cause', () => {
  const problem = new Problem('request.invalid', {
    errors: [{ field: 'at', message: 'no day' }],
    cause: new Error('secret'),
  });
  const reply = problemReply(problem, 'en');
  assert.deepEqual(reply.errors, [{ field: 'at', message: 'no day' }]);
  assert.equal(reply.type, '/api/docs#request.invalid');
  assert.ok(!JSON.stringify(reply).includes('secret'));
});
