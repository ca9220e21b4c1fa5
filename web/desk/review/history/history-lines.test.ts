/** A history as lines and sentences, without a browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BATCH_ACTS } from '../../../../server/domain/batch/batch-event.ts';
import type { BatchEvent } from '../../../../server/domain/contract/batch/batch-history.ts';
import { FINDING_CODES } from '../../../../server/domain/finding/finding.ts';
import { LANGUAGES } from '../../../../server/domain/words/language.ts';
import { loadDeskWords } from '../../../i18n/desk-words.ts';
import { eventCause, eventSentence } from './event-sentence.ts';
import { type EventLine, foldEvents } from './fold-events.ts';

const NOTHING: Omit<BatchEvent, 'id' | 'at' | 'act'> = {
  by: { id: 'ha', name: 'Hà' },
  count: null,
  recordNo: null,
  rule: null,
  field: null,
  code: null,
  reason: null,
  dealingId: null,
  batchId: null,
  sourceName: null,
  how: null,
  attempt: null,
  error: null,
};
let made = 0;
function event(act: BatchEvent['act'], facts: Partial<BatchEvent> = {}): BatchEvent {
  made += 1;
  return { ...NOTHING, id: String(made), at: new Date(made * 60_000).toISOString(), act, ...facts };
}
const edited = (recordNo: number, facts: Partial<BatchEvent> = {}) =>
  event('record_edited', { rule: 'officer', field: 'parcelNo', recordNo, count: 1, reason: 'Theo sổ', ...facts });

test('the same act by the same person for the same reason is one line, with its number and both ends', () => {
  const events = [edited(3), edited(4), edited(4), event('proposed', { count: 40 }), edited(5)];
  const lines = foldEvents(events);
  assert.deepEqual(
    lines.map(({ act, times, count, recordNo }) => [act, times, count, recordNo]),
    [
      ['record_edited', 3, 2, null],
      ['proposed', 1, 40, null],
      ['record_edited', 1, 1, 5],
    ],
  );
  assert.deepEqual([lines[0]?.at, lines[0]?.until], [events[0]?.at, events[2]?.at]);
});

test('another person, reason, field or rule begins a line of its own; proposals are never told together', () => {
  const apart: BatchEvent[][] = [
    [edited(1), edited(1, { by: { id: 'lan', name: null } })],
    [edited(1), edited(1, { reason: 'Khác' })],
    [edited(1), edited(1, { field: 'purposes' })],
    [event('corrections_accepted', { rule: 'text.case_repaired' }), event('corrections_accepted', { rule: 'officer' })],
    [event('proposed'), event('proposed')],
    [event('attempt_failed', { error: 'work.failed' }), event('attempt_failed', { error: 'work.no_room' })],
  ];
  for (const events of apart) assert.equal(foldEvents(events).length, 2, events[0]?.act);
});

test('records left out by several actions are added up; one record again and again is one', () => {
  const [sum] = foldEvents([
    event('records_excluded', { count: 200, reason: 'Trùng' }),
    event('records_excluded', { count: 1, recordNo: 7, reason: 'Trùng' }),
  ]);
  assert.deepEqual([sum?.count, sum?.recordNo, sum?.times], [201, null, 2]);
  const [same] = foldEvents([edited(7), edited(7)]);
  assert.deepEqual([same?.count, same?.recordNo, same?.times], [1, 7, 2]);
});

const line = (act: BatchEvent['act'], facts: Partial<BatchEvent> = {}): EventLine =>
  foldEvents([event(act, facts)])[0]!;

test('every act has a sentence in both languages, whole and with nothing left to fill in', async () => {
  for (const language of LANGUAGES) {
    const w = await loadDeskWords(language);
    const said = new Set<string>();
    for (const act of BATCH_ACTS) {
      const text = eventSentence(line(act, { count: 2, field: 'parcelNo', sourceName: 'to-12.zip' }), w, language);
      assert.match(text, /^[\p{Lu}\d].*\.$/u, `${act}: ${text}`);
      assert.doesNotMatch(text, /[{}|]|undefined|history\./, `${act}: ${text}`);
      said.add(text);
    }
    assert.equal(said.size, BATCH_ACTS.length, 'no two acts read alike');
    for (const how of ['desk', 'import-cli', 'override'] as const) {
      assert.match(eventSentence(line('received', { how, sourceName: 'to-12.zip' }), w, language), /to-12\.zip/);
    }
  }
  const w = await loadDeskWords('vi');
  assert.equal(eventSentence(line('promoted', { count: 1234 }), w, 'vi'), 'Hà duyệt; 1.234 thửa đất vào sổ.');
  assert.equal(eventSentence(line('attempt_failed', { attempt: 2 }), w, 'vi'), 'Đọc không xong.');
  const unnamed = line('rejected', { by: { id: 'f3', name: null } });
  assert.equal(eventSentence(unnamed, await loadDeskWords('en'), 'en'), 'f3 rejected the batch.');
});

test('findings, rules and failures are told in words; an edit by hand says so only where it is decided on', async () => {
  const w = await loadDeskWords('vi');
  for (const code of FINDING_CODES) {
    assert.match(eventCause(line('records_excluded', { code }), w, 'vi') ?? '', / .*\.$/, code);
  }
  assert.equal(eventCause(line('corrections_undone', { rule: 'officer' }), w, 'vi'), 'Sửa bằng tay.');
  assert.equal(eventCause(line('record_edited', { rule: 'officer' }), w, 'vi'), null);
  assert.match(eventCause(line('attempt_failed', { error: 'work.no_room' }), w, 'vi') ?? '', /hết chỗ/);
  assert.equal(eventCause(line('proposed'), w, 'vi'), null);
});
