/** The ledger of numbered blanks. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { BlankStock } from '../../domain/contract/paper/blanks.ts';
import type { ProblemReply } from '../../domain/problem/problem.ts';
import { type Caller, type DealingStage, openDealingStage } from '../../testing/dealing-stage.ts';

let stage: DealingStage;
const KEEPER: Caller = { role: 'archivist', sub: 'kho' };
const NOTE = { no: 'GN-1/2026', date: '2026-11-02' };
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

test('the ledger: every serial is accounted for, a run moves whole or not at all, each move once', async () => {
  const move = (body: object, who = KEEPER) =>
    stage.post<ProblemReply & { moveNo: number }>('/api/blanks/moves', body, who);
  const receive = { kind: 'received', firstSerial: 'lg00000001', quantity: 20, document: NOTE };
  assert.equal((await move(receive)).status, 201);
  const again = await move({ ...receive, firstSerial: 'LG 00000020' });
  assert.deepEqual([again.status, again.body.code], [409, 'blank.serial_taken']);
  assert.equal((await move({ kind: 'given', firstSerial: 'LG 00000001', quantity: 10, givenTo: 'ha' })).status, 201);
  for (const [body, status, code] of [
    [{ kind: 'given', firstSerial: 'LG 00000010', quantity: 2, givenTo: 'ha' }, 409, 'blank.move_refused'],
    [{ kind: 'given', firstSerial: 'LG 00000019', quantity: 5, givenTo: 'ha' }, 409, 'blank.move_refused'],
    [{ kind: 'given', firstSerial: 'LG 00000011', quantity: 1 }, 422, 'blank.holder_missing'],
    [{ kind: 'spoiled', firstSerial: 'LG 00000011', quantity: 1 }, 422, 'blank.reason_missing'],
    [{ kind: 'received', firstSerial: 'LG 00000900', quantity: 1 }, 422, 'blank.document_missing'],
    [{ ...receive, firstSerial: 'LG 99999990' }, 422, 'blank.serial_unfit'],
    [{ kind: 'used', firstSerial: 'LG 00000001', quantity: 1 }, 400, 'request.invalid'],
    [{ ...receive, quantity: 0 }, 400, 'request.invalid'],
  ] as const) {
    const refused = await move(body);
    assert.deepEqual([refused.status, refused.body.code], [status, code], JSON.stringify(body));
  }
  for (const role of ['officer', 'approver', 'surveyor', 'citizen', 'auditor'] as const)
    assert.equal((await move(receive, { role, sub: role })).status, 403, role);
  assert.equal(
    (await move({ kind: 'spoiled', firstSerial: 'LG 00000002', quantity: 2, reason: 'Kẹt máy in' })).status,
    201,
  );
  assert.equal(
    (await move({ kind: 'lost', firstSerial: 'LG 00000011', quantity: 1, reason: 'Thất lạc khi giao' })).status,
    201,
  );
  assert.equal((await move({ kind: 'returned', firstSerial: 'LG 00000009', quantity: 2 })).status, 201);
  const { body: stock } = await stage.get<BlankStock>('/api/blanks', stage.officer);
  assert.equal(
    Object.values(stock.balance).reduce((sum, n) => sum + n, 0),
    stock.total,
  );
  assert.deepEqual(
    stock.runs.map((r) => [r.firstSerial, r.quantity, r.status, r.givenTo]),
    [
      ['LG 00000001', 1, 'given', 'ha'],
      ['LG 00000002', 2, 'spoiled', 'ha'],
      ['LG 00000004', 5, 'given', 'ha'],
      ['LG 00000009', 2, 'received', null],
      ['LG 00000011', 1, 'lost', null],
      ['LG 00000012', 9, 'received', null],
    ],
  );
  const history = await stage.get<{ items: { kind: string }[] }>('/api/blanks/moves?serial=LG00000002', stage.officer);
  assert.deepEqual(
    history.body.items.map(({ kind }) => kind),
    ['spoiled', 'given', 'received'],
  );
  const key = randomUUID();
  const once = () =>
    stage.app.inject({
      method: 'POST',
      url: '/api/blanks/moves',
      headers: { 'idempotency-key': key, ...stage.as('archivist', ['99001'], 'kho') },
      payload: { kind: 'given', firstSerial: 'LG 00000012', quantity: 1, givenTo: 'ha' },
    });
  const both = await Promise.all([once(), once()]);
  assert.deepEqual([both[0].statusCode, both[1].json()], [201, both[0].json()], 'twice under one key is once');
  for (const sql of [
    `update document.blank set status = 'received' where serial = 'LG 00000002'`,
    `delete from document.blank where serial = 'LG 00000002'`,
    `delete from document.blank_move`,
  ])
    await assert.rejects(stage.query(sql), sql);
});
