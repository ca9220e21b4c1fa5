/** Lists of the review in any order: what the server gives page by page is the whole list, sorted and filtered. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { RECORD_SORTS } from '../../domain/batch/batch-list-order.ts';
import type { BatchRecord, BatchSummary } from '../../domain/contract/batch/batch-shapes.ts';
import { decodeCursor } from '../../domain/page-cursor.ts';
import { COMMUNE } from '../../testing/import/open-import.ts';
import { ORIGIN, type SheetRow, squareAt } from '../../testing/import/sheet-zip.ts';
import { BINH, HA, openReviewApp, type Person, type ReviewApp, STRANGER } from '../../testing/review-app.ts';

const AUDITOR: Person = { role: 'auditor', communes: ['*'], sub: 'kiem-toan' };
const COLUMNS = 10;
const NAMES = ['Đỗ Văn Mẫu', 'Dương Thị Ví Dụ', 'Ân Thị Hư Cấu', 'Lê Tưởng Tượng', ''];
const ADDRESSES = ['Thôn 2', 'Thôn 10', 'Đội 1', 'Thôn Trại Cau', ''];
const USES = ['ONT', 'LUC', 'CLN', 'ONT+CLN', 'QQQ'];

/** Numbers that look random and are the same each time (Park and Miller, 1988). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

function rowsOf(count: number): Partial<SheetRow>[] {
  const roll = dice(7);
  return Array.from({ length: count }, (_, i) => ({
    parcelNo: roll(12) === 0 ? '' : String(roll(3) === 0 ? roll(count) + 1 : i + 1),
    area: ['400.0', '400.0', '', '500.5', '399.7'][roll(5)]!,
    landUse: USES[roll(USES.length)]!,
    holder: NAMES[roll(NAMES.length)]!,
    address: ADDRESSES[roll(ADDRESSES.length)]!,
    rings: [squareAt(ORIGIN, i % COLUMNS, Math.floor(i / COLUMNS))],
  }));
}

let t: ReviewApp;
let id: string;
let records: BatchRecord[];

interface Reply<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
  start: number | null;
}
async function ask<T>(path: string, person: Person = HA): Promise<Reply<T>> {
  const reply = await t.get(path, person);
  assert.equal(reply.statusCode, 200, `${path}: ${reply.body}`);
  return reply.json();
}
/** Every page of a list, one after another. */
async function walk<T>(path: string, limit: number, person: Person = HA): Promise<{ items: T[]; total: number }> {
  const items: T[] = [];
  let cursor: string | null = '';
  let total = 0;
  while (cursor !== null) {
    const page: Reply<T> = await ask(`${path}&limit=${limit}${cursor && `&cursor=${cursor}`}`, person);
    assert.equal(page.start, items.length, path);
    items.push(...page.items);
    total = page.total;
    cursor = page.nextCursor;
  }
  return { items, total };
}
const find = (query: string, limit = 70, person = HA) =>
  walk<BatchRecord>(`/api/batches/${id}/records?${query}`, limit, person);
const numbers = (list: readonly BatchRecord[]) => list.map(({ recordNo }) => recordNo);

before(async () => {
  t = await openReviewApp();
  id = (await t.bringIn({ origin: ORIGIN, rows: rowsOf(240) })).batchId;
  records = (await find('sort=no', 1000)).items;
  assert.equal(records.length, 240);
});
after(() => t.close());

const collator = new Intl.Collator('vi', { numeric: true });
const STATUSES = ['valid', 'warned', 'blocked', 'refused', 'ignored'];
const open = (record: BatchRecord) =>
  record.findings.filter(({ settledBy, severity }) => settledBy === null && severity !== 'info');
const VALUES: Record<(typeof RECORD_SORTS)[number], (record: BatchRecord) => string | number | null> = {
  no: ({ recordNo }) => recordNo,
  status: ({ status }) => STATUSES.indexOf(status),
  sheet: ({ candidate }) => candidate?.sheetNo ?? null,
  parcel: ({ candidate }) => candidate?.parcelNo ?? null,
  landUse: ({ candidate }) => candidate?.purposes.map(({ code }) => code).join('+') || null,
  area: ({ areaM2 }) => areaM2,
  legalArea: ({ candidate }) => candidate?.legalAreaM2 ?? null,
  difference: ({ areaM2, candidate }) =>
    areaM2 === null || candidate?.legalAreaM2 == null
      ? null
      : Math.round(areaM2 * 100) - Math.round(candidate.legalAreaM2 * 100),
  findings: (record) => open(record).length,
  corrections: ({ corrections }) => corrections.length,
  code: ({ parcelCode }) => parcelCode,
  address: ({ candidate }) => candidate?.address ?? null,
  holder: ({ candidate }) => candidate?.holders.map(({ name }) => name).join('; ') || null,
};

/** Codes byte by byte, other texts as people order them. */
function compare(column: string, x: string | number, y: string | number): number {
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  if (column === 'code') return x === y ? 0 : x < y ? -1 : 1;
  return collator.compare(String(x), String(y));
}

/** The list as it ought to be: by value, nothing last, equal ones by number. */
function sorted(list: readonly BatchRecord[], column: (typeof RECORD_SORTS)[number], way: 1 | -1): BatchRecord[] {
  const value = VALUES[column];
  return list.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x !== null && y !== null) {
      const compared = compare(column, x, y);
      if (compared !== 0) return compared * way;
    } else if (x !== y) return x === null ? 1 : -1;
    return (a.recordNo - b.recordNo) * way;
  });
}

const FILTERS: readonly (readonly [string, (record: BatchRecord) => boolean])[] = [
  ['', () => true],
  ['status=blocked', ({ status }) => status === 'blocked'],
  ['code=key.duplicate', ({ findings }) => findings.some(({ code }) => code === 'key.duplicate')],
  ['open=true', (record) => open(record).length > 0 && record.status !== 'ignored'],
  ['from=50&to=99', ({ recordNo }) => recordNo >= 50 && recordNo <= 99],
  ['q=12', ({ recordNo, candidate }) => recordNo === 12 || candidate?.parcelNo === '12' || candidate?.sheetNo === '12'],
  ['q=thon+10', ({ candidate }) => candidate?.address === 'Thôn 10'],
  ['holder=do+van', ({ candidate }) => candidate?.holders.some(({ name }) => name === 'Đỗ Văn Mẫu') ?? false],
  ['q=cln', ({ candidate }) => candidate?.purposes.some(({ code }) => code === 'CLN') ?? false],
];

test('every order both ways, with every filter, in pages of 70: the whole list, sorted', async () => {
  for (const column of RECORD_SORTS) {
    for (const [sort, way] of [
      [column, 1],
      [`-${column}`, -1],
    ] as const) {
      for (const [query, fits] of FILTERS) {
        const cell = `${sort} ${query}`;
        const expected = numbers(sorted(records.filter(fits), column, way));
        assert.ok(expected.length > 0, `${cell} finds something`);
        const { items, total } = await find(`sort=${sort}&${query}`);
        assert.deepEqual(numbers(items), expected, cell);
        assert.equal(total, expected.length, cell);
      }
    }
  }
});

test('a page from a row number, and the page that holds a record; one that is not listed has no place', async () => {
  for (const sort of ['no', '-parcel', 'holder', '-legalArea', 'findings']) {
    const expected = sorted(
      records,
      sort.replace('-', '') as (typeof RECORD_SORTS)[number],
      sort.startsWith('-') ? -1 : 1,
    );
    const path = `/api/batches/${id}/records?sort=${sort}&limit=50`;
    const part = await ask<BatchRecord>(`${path}&start=100`);
    assert.deepEqual(
      [part.start, part.total, numbers(part.items)],
      [100, 240, numbers(expected.slice(100, 150))],
      sort,
    );
    for (const no of [1, 77, 133, 240]) {
      const at = expected.findIndex(({ recordNo }) => recordNo === no);
      const first = at - (at % 50);
      const page = await ask<BatchRecord>(`${path}&around=${no}`);
      assert.deepEqual([page.start, numbers(page.items)], [first, numbers(expected.slice(first, first + 50))], sort);
      if (page.nextCursor === null) continue;
      const next = await ask<BatchRecord>(`${path}&cursor=${page.nextCursor}`);
      assert.deepEqual(
        [next.start, numbers(next.items)],
        [first + 50, numbers(expected.slice(first + 50, first + 100))],
      );
    }
  }
  const outside = await ask<BatchRecord>(
    `/api/batches/${id}/records?status=blocked&around=${records.find(({ status }) => status !== 'blocked')!.recordNo}`,
  );
  assert.deepEqual([outside.start, outside.items, outside.nextCursor], [null, [], null]);
  assert.equal(outside.total, records.filter(({ status }) => status === 'blocked').length);
});

test('a cursor is of one list: another order, filter, batch or person, or a forged one, is refused', async () => {
  const other = (await t.bringIn()).batchId;
  const { nextCursor } = await ask<BatchRecord>(`/api/batches/${id}/records?sort=area&status=blocked&limit=2`);
  const cursor = `cursor=${nextCursor}`;
  const [mark, ...parts] = decodeCursor(nextCursor!)!;
  const forged = (...key: string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
  const path = `/api/batches/${id}/records?sort=area&status=blocked`;
  assert.equal((await t.get(`${path}&${cursor}`, HA)).statusCode, 200);
  for (const [url, why] of [
    [`/api/batches/${id}/records?sort=-area&status=blocked&${cursor}`, 'another order'],
    [`/api/batches/${id}/records?sort=area&${cursor}`, 'another filter'],
    [`/api/batches/${other}/records?sort=area&status=blocked&${cursor}`, 'another batch'],
    [`/api/batches?${cursor}`, 'another list'],
    [`${path}&${cursor}&start=5`, 'two places'],
    [`${path}&${cursor}&around=5`, 'two places'],
    [`${path}&cursor=${forged(mark!, 'v', "1'; select", ...parts.slice(2))}`, 'no number'],
    [`${path}&cursor=${forged(mark!, 'r', '', ...parts.slice(2))}`, 'another kind'],
    [`${path}&cursor=${forged(mark!, ...parts.slice(0, 2), 'x', ...parts.slice(3))}`, 'no id'],
    [`${path}&cursor=${forged(mark!, ...parts, 'more')}`, 'too long'],
  ] as const) {
    const reply = await t.get(url, HA);
    assert.deepEqual([reply.statusCode, reply.json().code], [400, 'cursor.invalid'], why);
  }
  const page = await ask<BatchSummary>('/api/batches?sort=file&limit=1');
  const foreign = await t.get(`/api/batches?sort=file&limit=1&cursor=${page.nextCursor}`, BINH);
  assert.equal(foreign.json().code, 'cursor.invalid', 'another person');
  for (const query of [
    'sort=nonsense',
    'limit=1001',
    'limit=0',
    'start=-1',
    'around=0',
    'sort=area&sort=no',
    'holder=',
  ]) {
    assert.equal((await t.get(`/api/batches/${id}/records?${query}`, HA)).json().code, 'request.invalid', query);
  }
});

test('who may not see persons neither finds nor orders by them, and no cursor tells of one', async () => {
  for (const query of ['sort=holder', 'sort=-address', 'holder=do', 'holder=do&sort=no']) {
    const reply = await t.get(`/api/batches/${id}/records?${query}`, AUDITOR);
    assert.deepEqual([reply.statusCode, reply.json().code], [403, 'auth.forbidden'], query);
    const elsewhere = await t.get(`/api/batches/${id}/records?${query}`, STRANGER);
    assert.deepEqual([elsewhere.statusCode, elsewhere.json().code], [404, 'batch.not_found'], query);
  }
  const words = await ask<BatchRecord>(`/api/batches/${id}/records?q=do+van`, AUDITOR);
  assert.deepEqual([words.items, words.total], [[], 0]);
  const numbersOnly = await ask<BatchRecord>(`/api/batches/${id}/records?q=cln&sort=parcel`, AUDITOR);
  assert.ok(numbersOnly.total > 0 && numbersOnly.items.every(({ masked }) => masked));
  for (const sort of ['holder', '-address']) {
    const { nextCursor } = await ask<BatchRecord>(`/api/batches/${id}/records?sort=${sort}&limit=3`);
    assert.deepEqual(decodeCursor(nextCursor!)!.slice(1, 3), ['r', '']);
  }
});

test('records that change between two pages move nobody else', async () => {
  const path = `/api/batches/${id}/records?sort=status&limit=60`;
  const first = await ask<BatchRecord>(path);
  const expected = numbers(sorted(records, 'status', 1));
  const last = first.items.at(-1)!.recordNo;
  const done = await t.post(`/api/batches/${id}/exclude`, { recordNos: [last], reason: 'Thử' }, HA);
  assert.equal(done.statusCode, 200, done.body);
  const second = await ask<BatchRecord>(`${path}&cursor=${first.nextCursor}`);
  assert.deepEqual(numbers(second.items), expected.slice(60, 120), 'the page goes on where it was');
  await t.post(`/api/batches/${id}/include`, { recordNos: [last] }, HA);
});

test('batches in every order, stable while others come, and only one’s own communes', async () => {
  const more = [];
  for (let i = 0; i < 5; i += 1) more.push((await t.bringIn(i % 2 ? { rows: [{}, { parcelNo: '1' }] } : {})).batchId);
  await t.propose(more[0]!);
  const all = (await walk<BatchSummary>('/api/batches?', 100)).items;
  const ids = (list: readonly BatchSummary[]) => list.map((batch) => batch.id);
  const values: Record<string, (batch: BatchSummary) => string | number> = {
    errors: ({ open: { errors } }) => errors,
    records: ({ counts }) => counts.read,
    blocked: ({ counts }) => counts.blocked,
    file: ({ sourceName }) => sourceName,
    created: ({ createdAt }) => createdAt,
    changed: ({ changedAt }) => changedAt,
  };
  for (const [column, value] of Object.entries(values)) {
    for (const way of [1, -1]) {
      const sort = way === 1 ? column : `-${column}`;
      const expected = all.toSorted((a, b) => {
        const [x, y] = [value(a), value(b)];
        const compared = typeof x === 'number' ? x - Number(y) : collator.compare(x, String(y));
        return (compared || (a.id < b.id ? -1 : 1)) * way;
      });
      const { items, total } = await walk<BatchSummary>(`/api/batches?sort=${sort}`, 2);
      assert.deepEqual(ids(items), ids(expected), sort);
      assert.equal(total, all.length);
    }
  }
  for (const sort of ['title', 'status', 'owner', 'proposedBy', '-proposedBy']) {
    assert.deepEqual(
      ids((await walk<BatchSummary>(`/api/batches?sort=${sort}`, 2)).items).sort(),
      ids(all).sort(),
      sort,
    );
  }
  const [newest] = (await walk<BatchSummary>('/api/batches?sort=-proposedBy', 3)).items;
  assert.equal(newest?.id, more[0], 'those without one come last both ways');
  const page = await ask<BatchSummary>('/api/batches?limit=2');
  const late = (await t.bringIn()).batchId;
  const rest = await ask<BatchSummary>(`/api/batches?limit=2&cursor=${page.nextCursor}`);
  assert.deepEqual(ids(rest.items), ids(all).slice(2, 4), 'what came meanwhile pushes nobody');
  assert.equal((await ask<BatchSummary>(`/api/batches?around=${late}`)).items[0]?.id, late);
  assert.equal((await ask<BatchSummary>(`/api/batches?owner=import-cli&commune=${COMMUNE}`)).total, all.length + 1);
  assert.equal((await ask<BatchSummary>('/api/batches?owner=nobody')).total, 0);
  const [sheet] = all[0]!.sheets;
  assert.deepEqual(ids((await ask<BatchSummary>(`/api/batches?sheet=${sheet}`)).items), [all[0]!.id]);
  assert.deepEqual([(await ask<BatchSummary>('/api/batches?sort=errors', STRANGER)).total], [0]);
});

test('every batch is in one queue, as each sees it, and a queue’s count is what its list holds', async () => {
  for (const [person, mine, others] of [
    [HA, 'waiting', 'decide'],
    [BINH, 'decide', 'waiting'],
  ] as const) {
    const reply = await t.get('/api/batches/queues', person);
    const counts = new Map<string, number>(
      reply.json().queues.map(({ queue, count }: { queue: string; count: number }) => [queue, count]),
    );
    assert.deepEqual([counts.get(mine), counts.get(others)], [1, 0], person.sub);
    const listed = [];
    for (const [queue, count] of counts) {
      const { items, total } = await walk<BatchSummary>(`/api/batches?queue=${queue}`, 3, person);
      assert.deepEqual([items.length, total], [count, count], queue);
      listed.push(...items.map((batch) => batch.id));
    }
    assert.equal(new Set(listed).size, listed.length);
    assert.equal(listed.length, (await ask<BatchSummary>('/api/batches')).total);
  }
});

test('what was not registered is open no more once the rest is', async () => {
  const { batchId } = await t.bringIn({
    rows: [{}, { parcelNo: '1' }, { rings: null }, { address: 'Thôn Thanh Ấm' }, { area: '900.0' }],
  });
  const before = await t.batch(batchId);
  assert.ok(before.open.errors > 0);
  const excluded = await t.post(`/api/batches/${batchId}/exclude`, { code: 'key.duplicate', reason: 'Trùng' }, HA);
  assert.equal(excluded.statusCode, 200, excluded.body);
  const dealingId = await t.propose(batchId);
  const promoted = await t.post(`/api/batches/${batchId}/promote`, { dealingId }, BINH);
  assert.equal(promoted.statusCode, 200, promoted.body);
  assert.deepEqual([promoted.json().batch.open.errors, (await t.batch(batchId)).open.errors], [0, 0]);
  const [listed] = (await ask<BatchSummary>('/api/batches?state=promoted')).items;
  assert.equal(listed?.open.errors, 0);
  assert.ok((listed?.open.warnings ?? 0) > 0, 'warnings of what was registered stay');
});
