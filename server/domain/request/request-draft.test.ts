import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRequest } from './check-request.ts';
import { REQUEST_BOUNDS } from './paper-request.ts';
import { formOf, nextQuestion, type RequestDraft, readAnswer, wholeRequest } from './request-draft.ts';

const WHO = { kind: 'person', name: 'Lê Thị Hư Cấu', number: '001 099-012.345', address: 'Thôn Thử, xã Mẫu' };
const answerOf = (question: Parameters<typeof readAnswer>[0], form: Record<string, string>): RequestDraft => {
  const { answer, faults } = readAnswer(question, form);
  assert.ok(answer, JSON.stringify(faults));
  return answer;
};
const faultsOf = (question: Parameters<typeof readAnswer>[0], form: Record<string, string>) => {
  const { faults } = readAnswer(question, form);
  assert.ok(faults);
  return faults;
};

test('spaces, points and hyphens that people put into numbers are not held against them', () => {
  assert.equal(answerOf('who', WHO).who?.identityNumber, '001099012345');
  assert.equal(
    answerOf('who', { ...WHO, kind: 'organisation', number: '2400 123 456-001' }).who?.identityNumber,
    '2400123456-001',
  );
  assert.deepEqual(answerOf('contact', { phone: '(0912) 345.678', email: ' ai@vidu.example ' }).contact, {
    phone: '0912345678',
    email: 'ai@vidu.example',
  });
  assert.deepEqual(answerOf('contact', { phone: '', email: '' }).contact, {}, 'nobody has to be told');
});

test('each field says what is wrong with it, and one fault hides no other', () => {
  assert.deepEqual(faultsOf('who', {}), { kind: 'missing', name: 'missing', number: 'missing', address: 'missing' });
  assert.deepEqual(faultsOf('who', { ...WHO, number: '12345' }), { number: 'malformed' });
  assert.deepEqual(faultsOf('who', { ...WHO, number: '123456789012' }), { number: 'filler' });
  assert.deepEqual(faultsOf('who', { ...WHO, kind: 'organisation' }), { number: 'malformed' });
  assert.deepEqual(faultsOf('who', { ...WHO, name: 'x'.repeat(121), address: '–' }), {
    name: 'long',
    address: 'missing',
  });
  assert.deepEqual(faultsOf('contact', { phone: '12', email: 'a b' }), { phone: 'malformed', email: 'malformed' });
  assert.deepEqual(faultsOf('delivery', { way: 'post', copies: '0', post: '' }), {
    copies: 'malformed',
    post: 'missing',
  });
  assert.deepEqual(faultsOf('delivery', { way: 'pigeon' }), { way: 'missing' });
  assert.deepEqual(faultsOf('parcel', { parcel: '1; drop' }), { parcel: 'missing' });
  assert.deepEqual(faultsOf('purpose', { purpose: '‏​' }), { purpose: 'missing' });
});

test('answers come back into their form as they were, and a whole draft is a whole request', () => {
  const parcel = { parcel: '11111111-2222-4333-8444-555555555555' };
  const draft: RequestDraft = {
    ...answerOf('parcel', parcel),
    ...answerOf('paper', { kind: 'map_extract' }),
    ...answerOf('who', WHO),
    ...answerOf('contact', { email: 'ai@vidu.example' }),
    ...answerOf('purpose', { purpose: 'Xin phép\nxây dựng' }),
  };
  assert.deepEqual([nextQuestion({}), nextQuestion(draft), wholeRequest(draft)], ['parcel', 'delivery', undefined]);
  const whole = { ...draft, ...answerOf('delivery', { way: 'post', copies: '2', post: 'Số 1 phố Mẫu' }) };
  assert.equal(nextQuestion(whole), undefined);
  const asked = wholeRequest(whole);
  assert.ok(asked);
  assert.equal(asked.purpose, 'Xin phép xây dựng');
  assert.deepEqual(checkRequest(asked), []);
  for (const question of ['who', 'contact', 'delivery'] as const) {
    assert.deepEqual(readAnswer(question, formOf(question, whole)).answer, { [question]: whole[question] });
  }
});

test('what is asked depends on the kind of paper, and what another kind asked is left behind', () => {
  const parcel = { parcel: '11111111-2222-4333-8444-555555555555' };
  const rest: RequestDraft = {
    ...answerOf('parcel', parcel),
    ...answerOf('who', WHO),
    ...answerOf('contact', {}),
    ...answerOf('purpose', { purpose: 'Thừa kế' }),
    ...answerOf('delivery', { way: 'download' }),
  };
  assert.deepEqual(faultsOf('paper', { kind: 'parcel_history' }), { kind: 'missing' });
  const sheet = { ...rest, ...answerOf('paper', { kind: 'land_information' }) };
  assert.equal(nextQuestion(sheet), 'blocks');
  assert.deepEqual(faultsOf('blocks', { 'block-secrets': 'yes' }), { blocks: 'missing' });
  const told = { ...sheet, ...answerOf('blocks', { 'block-map': 'yes', 'block-holders': 'yes' }) };
  assert.deepEqual(wholeRequest(told)?.blocks, ['holders', 'map'], 'in the order of the sheet');
  assert.deepEqual(readAnswer('blocks', formOf('blocks', told)).answer, { blocks: told.blocks });
  const copy = { ...told, ...answerOf('paper', { kind: 'certificate' }) };
  assert.equal(nextQuestion(copy), 'certificate');
  assert.deepEqual(faultsOf('certificate', { serial: 'x'.repeat(REQUEST_BOUNDS.serial + 1) }), { serial: 'long' });
  const unknown = wholeRequest({ ...copy, ...answerOf('certificate', { serial: ' ' }) });
  assert.deepEqual([unknown?.kind, unknown?.blocks, unknown?.certificateSerial], ['certificate', undefined, undefined]);
  const known = wholeRequest({ ...copy, ...answerOf('certificate', { serial: ' CN 00012345 ' }) })!;
  assert.equal(known.certificateSerial, 'CN 00012345');
  assert.deepEqual(checkRequest(known), []);
  const strayed = { ...known, kind: 'map_extract', blocks: ['map'] } as const;
  assert.deepEqual(
    checkRequest({ ...strayed, blocks: ['map'] }).map(({ field }) => field),
    ['blocks', 'certificateSerial'],
  );
});

test('each bound at the bound itself, and one beyond', () => {
  const { name, address, purpose, copies, email } = REQUEST_BOUNDS;
  // A letter of two code units is one letter.
  const letters = (count: number) => '𠀀'.repeat(count);
  const mail = (count: number) => `${'a'.repeat(count - 8)}@vi.test`;
  assert.ok(answerOf('who', { ...WHO, name: letters(name), address: letters(address) }).who);
  assert.deepEqual(faultsOf('who', { ...WHO, name: letters(name + 1), address: letters(address + 1) }), {
    name: 'long',
    address: 'long',
  });
  assert.equal(answerOf('purpose', { purpose: letters(purpose) }).purpose, letters(purpose));
  assert.deepEqual(faultsOf('purpose', { purpose: letters(purpose + 1) }), { purpose: 'long' });
  assert.deepEqual(answerOf('contact', { email: mail(email) }).contact, { email: mail(email) });
  assert.deepEqual(faultsOf('contact', { email: mail(email + 1) }), { email: 'malformed' });
  for (const asked of [1, copies])
    assert.ok(answerOf('delivery', { way: 'post', copies: String(asked), post: 'Số 1' }).delivery, String(asked));
  for (const asked of [0, copies + 1])
    assert.deepEqual(faultsOf('delivery', { way: 'post', copies: String(asked), post: 'Số 1' }), {
      copies: 'malformed',
    });
});
