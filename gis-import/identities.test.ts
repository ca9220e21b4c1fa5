import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { createIdentityCipher } from '../server/registry/store/identity-cipher.ts';
import { openTestImport, type TestImport } from '../server/testing/import/open-import.ts';
import { ORIGIN, PLOT, type SheetOverrides, type SheetRow, sheetZip } from '../server/testing/import/sheet-zip.ts';
import { notEmpty } from '../server/testing/not-empty.ts';

/** What becomes of the numbers in a column of identity papers, and of those that stand elsewhere. */

let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

let plots = 0;
const NUMBER = { SOGIAYTO: { type: 'N', length: 20, decimals: 0 } };
const DOUBLE = { type: 'F', length: 19, decimals: 11 };

async function promote(rows: readonly Partial<SheetRow>[], overrides: SheetOverrides = {}) {
  const origin: [number, number] = [ORIGIN[0] + 3_000, ORIGIN[1] + PLOT * plots++];
  const name = overrides.prjName ? `to12 ${overrides.prjName}.zip` : `identities-${plots}.zip`;
  const report = await t.run(name, await sheetZip({ ...overrides, origin, rows }), { promote: true });
  assert.equal(report.status, 'promoted', JSON.stringify(report.findings));
  const records = await t.query<{
    raw: Record<string, string>;
    candidate: { sheetNo: string; parcelNo: string; areaM2: number; holders: { name: string }[] };
    codes: string[];
  }>(
    `select raw, candidate, array(select jsonb_array_elements(findings) ->> 'code') as codes
     from staging.record_view where batch_id = $1 order by record_no`,
    [report.batchId],
  );
  const holders = await t.query<{ party_id: string; name: string; hashes: string[] }>(
    `select p.party_id, p.name, array(select encode(lookup_hash, 'hex') from party.identity_paper i where i.party_id = p.party_id
       order by ordinal) as hashes
     from staging.record r join rights."right" x using (parcel_id) join party.party p using (party_id)
     where r.batch_id = $1 order by r.record_no`,
    [report.batchId],
  );
  return { report, records, holders };
}

const hashOf = (digits: string) => createIdentityCipher(t.context.personalDataKey).hash(digits).toString('hex');
const parties = (holders: readonly { party_id: string }[]) => new Set(holders.map(({ party_id }) => party_id)).size;

const FILLERS: readonly [
  string,
  Record<string, { type: string; length: number; decimals: number }>,
  readonly string[],
][] = [
  [
    'text',
    {},
    ['0', '000000000', '111111111111', '012345678901', '099188100006', '024288100006', 'GPKD 12', '(12) 1304567'],
  ],
  ['numbers', NUMBER, ['0', '1', '123456789', '912345678', '99901234567']],
  ['doubles', { SOGIAYTO: DOUBLE }, ['0.00000000000e+000', '1.09901e+009', '1.00000000000e+000']],
];
for (const [kind, columns, fillers] of FILLERS) {
  test(`two holders of one name stay two where their identity number is a filler, in a column of ${kind}`, async () => {
    const pairs = fillers.flatMap((identity, i) =>
      [i, i].map((no) => ({ identity, holder: `Lê Thị Thử ${'A'.repeat(no + 1)}` })),
    );
    const { holders } = await promote(pairs, { columns });
    assert.equal(holders.length, pairs.length);
    const merged = holders.filter(({ party_id }, i) => holders.findIndex((other) => other.party_id === party_id) !== i);
    assert.deepEqual(merged, []);
  });
}

test('holders of one name and one number that can be somebody’s are one, whatever the type of its column', async () => {
  const digits = hashOf('034099012345');
  const text = await promote([{ identity: '034099012345' }, { identity: '034 099 012 345' }]);
  const doubles = await promote([{ identity: '3.40990123450e+010' }, { identity: '34099012345.000' }], {
    columns: { SOGIAYTO: DOUBLE },
  });
  for (const { holders } of [text, doubles]) {
    assert.equal(parties(holders), 1);
    assert.deepEqual(holders[0]!.hashes, [digits]);
  }
});

test('a leading zero lost in a column of numbers is restored and noted; in a column of text nothing is guessed', async () => {
  const written = ['34099012345', '1099012345', '99012345', '99901234567', '34099012345678'];
  const { holders, records } = await promote(
    written.map((identity) => ({ identity })),
    { columns: NUMBER },
  );
  assert.deepEqual(
    holders.map(({ hashes }) => hashes),
    [[hashOf('034099012345')], [hashOf('001099012345')], [hashOf('099012345')], [], []],
  );
  const [restored, unreadable] = [['identity.zero_restored'], ['identity.unreadable']];
  assert.deepEqual(
    records.map(({ codes }) => codes),
    [restored, restored, restored, unreadable, unreadable],
  );
  for (const { raw } of records) assert.doesNotMatch(raw.SOGIAYTO!, /\d{4}/);
  const text = await promote([{ identity: '34099012345' }]);
  assert.deepEqual([text.holders[0]!.hashes, text.records[0]!.codes], [[], unreadable]);
});

test('an identity number inside a name is taken out, sealed and noted; the number of its own column comes first', async () => {
  const { holders, records } = await promote([
    { holder: 'Nguyễn Văn Thử CMND: 121304567' },
    { holder: 'Nguyễn Văn Thử (CMND số 121304567)' },
    { holder: 'Trần Thị Thử 024099000451', identity: '024199000450' },
    { holder: 'Trần Thị Thử', identity: '024199000450' },
  ]);
  assert.deepEqual(
    holders.map(({ name }) => name),
    ['Nguyễn Văn Thử', 'Nguyễn Văn Thử', 'Trần Thị Thử', 'Trần Thị Thử'],
  );
  assert.deepEqual(
    records.map(({ codes }) => codes),
    [['identity.in_name'], ['identity.in_name'], ['identity.in_name'], []],
  );
  assert.equal(holders[0]!.party_id, holders[1]!.party_id);
  assert.equal(holders[2]!.party_id, holders[3]!.party_id);
  assert.deepEqual(holders[0]!.hashes, [hashOf('121304567')]);
  assert.deepEqual(holders[2]!.hashes.sort(), [hashOf('024099000451'), hashOf('024199000450')].sort());
});

test('a number in a column not meant for it is sealed, and nobody’s paper', async () => {
  const { holders, records } = await promote([{ address: 'Thôn Thử, CCCD 024099000451' }]);
  assert.deepEqual([holders[0]!.hashes, records[0]!.codes], [[], ['identity.out_of_place']]);
});

test('identity numbers are nowhere in clear, in whatever column, form or name they stand', async () => {
  const forms = ['024/099/000/451', '0 2 4 0 9 9 0 0 0 4 5 1', '24099000451', '024099000451'];
  const rows: Partial<SheetRow>[] = forms.flatMap((form) => [{ holder: `Lê Văn Thử ${form}` }, { address: form }]);
  const { report } = await promote(
    [...rows, { area: forms[3]! }, { serial: forms[3]! }, { landUse: `ONT ${forms[3]}` }],
    {
      prjName: 'may 024099000451',
      columns: { DIENTICH: { type: 'N', length: 14, decimals: 0 } },
    },
  );
  const lost = await t.run(
    'to 024099000451.zip',
    await sheetZip({
      origin: [ORIGIN[0] + 4_000, ORIGIN[1]],
      rows: [{ sheetNo: '024099000451' }, { parcelNo: forms[0]! }],
      columns: { SHBANDO: { type: 'C', length: 20, decimals: 0 }, SHTHUA: { type: 'C', length: 20, decimals: 0 } },
    }),
  );
  assert.equal(lost.counts.refused, 2);
  const tables = await t.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v') and n.nspname in ('staging', 'cadastre', 'party', 'rights', 'document', 'dealing', 'audit', 'portal')`,
  );
  for (const { name } of notEmpty(tables)) {
    const hits = await t.query(
      `select x::text from ${name} x where regexp_replace(x::text, '[^0-9]+', '', 'g') ~ '24099000451'`,
    );
    assert.deepEqual(hits, [], `${name} (${report.batchId}, ${lost.batchId})`);
  }
});

test('parties that a filler merged before are found by the query of docs/operations.md', async () => {
  const docs = await readFile(new URL('../docs/operations.md', import.meta.url), 'utf8');
  const query = /```sql\n([^`]*as merged_by[^`]*)```/.exec(docs)?.[1];
  assert.ok(query);
  const before = await t.query<{ party_id: string }>(query);
  const origin: [number, number] = [ORIGIN[0] + 3_000, ORIGIN[1] + PLOT * plots++];
  const sheet = await sheetZip({
    origin,
    rows: ['7', '7', '234567890', '234567890', '024099000462', '024099000462'].map((identity, i) => ({
      identity,
      holder: `Vũ Thị Thử ${'A'.repeat(1 + (i >> 1))}`,
    })),
  });
  const { batchId } = await t.run('merged.zip', sheet);
  // As batches were staged before: the first number was the key, whatever it was.
  await t.query(
    `update staging.record set candidate = jsonb_set(jsonb_set(candidate, '{holders,0,key}', '1'), '{holders,0,identities}', '[1]')
     where batch_id = $1`,
    [batchId],
  );
  assert.equal((await t.run('merged.zip', sheet, { promote: true })).status, 'promoted');
  const known = new Set(before.map(({ party_id }) => party_id));
  const found = (await t.query<{ party_id: string; merged_by: string; parcels: string; batches: string[] }>(query))
    .filter(({ party_id }) => !known.has(party_id))
    .map(({ merged_by, parcels, batches }) => [merged_by, Number(parcels), ...batches])
    .sort();
  assert.deepEqual(found, [
    ['digits like a filler', 2, batchId],
    ['no identity number', 2, batchId],
  ]);
});
