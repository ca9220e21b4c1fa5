/**
 * What the public can read, door by door: no person anywhere, and of the land what the publication policy opens. The
 * walk is made from the contracts, so a new door is walked without being named here, or the test says what it lacks.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { ALL_CONTRACTS } from './domain/contract/all-contracts.ts';
import {
  CHANNEL_FIELDS,
  type Channel,
  PUBLIC_FIELDS,
  type PublicField,
} from './domain/publication/publication-policy.ts';
import { notEmpty } from './testing/not-empty.ts';
import { countToday } from './testing/plant/count-today.ts';
import { openChannel } from './testing/plant/open-channel.ts';
import { plantCanaries } from './testing/plant/plant-canaries.ts';
import { type PlantedParcel, plantPublicParcel } from './testing/plant/plant-public-parcel.ts';
import { CANARIES, touchTiles } from './testing/plant/register-fixture.ts';
import { openTestApp, type TestApp } from './testing/test-app.ts';
import { type Door, isOpen, listDoors } from './testing/walk-doors.ts';

let t: TestApp;
let owner: pg.Client;
let parcel: PlantedParcel;
before(async () => {
  t = await openTestApp({ rateLimits: { tiles: 1_000_000, others: 1_000_000 } });
  owner = t.ownerClient;
  await plantCanaries(t.database.urls.migrator);
  parcel = await plantPublicParcel(t.database.urls.migrator);
  await countToday(t.database.urls.migrator);
  await touchTiles(owner);
  await openChannel(owner, 'bulk');
  await openChannel(owner, 'ogc');
  await t.refresh();
});
after(async () => {
  await t.close();
});

/** Every address of every public door, as the walk knows to ask. */
const doors = () => listDoors(parcel, t.register);

/** What a reply tells: its body, and where it leads. */
async function read(url: string, headers: Record<string, string> = {}): Promise<{ status: number; bytes: Buffer }> {
  const reply = await t.app.inject({ url, headers });
  return {
    status: reply.statusCode,
    bytes: Buffer.concat([reply.rawPayload, Buffer.from(String(reply.headers.location ?? ''))]),
  };
}

test('every public door is walked and answers; none tells a person, a number or a serial', async () => {
  const answered = new Set<string>();
  for (const { contract, url, headers } of doors()) {
    const { status, bytes } = await read(url, headers);
    assert.ok(status < 500 || !isOpen(contract), `${url}: ${status}`);
    if (status === 200 || status in contract.otherReplies) answered.add(contract.id);
    const echo = decodeURIComponent(url);
    for (const canary of CANARIES) {
      // A page may show the question again.
      if (!echo.includes(canary)) assert.ok(!bytes.includes(canary), `${canary} in ${url}`);
    }
  }
  // Built files are there only after a build, the planted paper has no file: their own tests read them.
  const elsewhere = ['getAsset', 'fetchRequestPaper'];
  const silent = ALL_CONTRACTS.filter(
    (contract) => isOpen(contract) && !elsewhere.includes(contract.id) && !answered.has(contract.id),
  );
  assert.deepEqual(
    silent.map(({ id }) => id),
    [],
    'doors at which the walk found nobody',
  );
  const walked = new Set(ALL_CONTRACTS.map(({ path }) => path));
  const routed = t.app.routeTable.filter(({ method }) => method !== 'HEAD').map(({ url }) => url);
  assert.deepEqual(
    routed.filter((url) => !walked.has(url)),
    [],
    'routes without a contract',
  );
});

test('asking for a person finds what asking for nothing known finds', async () => {
  for (const { contract } of notEmpty(doors().filter(({ url }) => url.includes('q=')))) {
    for (const canary of CANARIES) {
      const ask = async (q: string) => await t.app.inject({ url: contract.path, query: { q } });
      const [person, nobody] = [await ask(canary), await ask(canary.replace(/\p{L}/gu, 'q').replace(/\d/g, '7'))];
      assert.equal(person.statusCode, nobody.statusCode, `${contract.path} ${canary}`);
    }
  }
});

test('no view of the portal holds a person, read in full by the portal itself', async () => {
  const { rows } = await owner.query<{ name: string }>(
    "select format('portal.%I', relname) as name from pg_class where relnamespace = 'portal'::regnamespace and relkind in ('r', 'v', 'm')",
  );
  assert.ok(rows.length >= 8);
  for (const { name } of rows) {
    const read = await t.pools.portal.query<{ row: string }>(`select v::text as row from ${name} v`);
    const all = read.rows.map(({ row }) => row).join('\n');
    for (const canary of CANARIES) {
      assert.ok(!all.includes(canary) && !all.includes(Buffer.from(canary).toString('hex')), `${canary} in ${name}`);
    }
  }
});

/** The channel through which a door gives land away; null for doors that have none to give. */
function channelOf({ contract: { id, path }, url }: Door): Channel | null {
  if (path.startsWith('/tiles/')) return 'tiles';
  if (path.startsWith('/ogc')) return 'ogc';
  if (/^getCommune(Csv|GeoPackage)$/.test(id) || url.startsWith('/sitemaps/parcels')) return 'bulk';
  if (url.startsWith('/sitemaps/communes')) return 'lookup';
  return /^\/api\/(portal|parcels)|^\/(parcels|communes|search)?(\/|$)/.test(path) ? 'lookup' : null;
}

/** Where a field's value can only come from the field: names of units are reference data, a relative has an id of its own. */
function rulesHere(field: PublicField, url: string): boolean {
  const { id, parent, commune, former } = parcel;
  const ofParcel = /\/parcels[/?]/.test(url) && !/communes?[=/]/.test(url);
  const inBulkOf = (code: string) => url.includes(`/communes/${code}/parcels.`);
  switch (field) {
    case 'source':
      return ofParcel;
    case 'commune':
      return ofParcel || inBulkOf(former);
    case 'numberedIn':
      return ofParcel || inBulkOf(commune) || url.startsWith('/tiles/outlines');
    case 'landUse':
      // A style names every code there is.
      return !url.endsWith('/style');
    case 'successors':
      return url.includes(`/parcels/${parent}`);
    case 'predecessors':
      return url.includes(`/parcels/${id}`);
    default:
      return true;
  }
}

/** A value that the question itself names may be shown again as the question. */
const isEcho = (url: string, needle: Buffer) => decodeURIComponent(url).includes(needle.toString());

const tells = (field: PublicField, url: string, bytes: Buffer) =>
  rulesHere(field, url) && parcel.tells[field].some((needle) => !isEcho(url, needle) && bytes.includes(needle));

/** Where each field is told while all is published, by channel: read once, since it is asked for every row of the policy. */
const toldAt = new Map<string, string[]>();
async function learnWhatIsTold(): Promise<void> {
  for (const door of doors()) {
    const channel = channelOf(door);
    if (channel === null) continue;
    const { bytes } = await read(door.url);
    for (const field of PUBLIC_FIELDS) {
      if (!tells(field, door.url, bytes)) continue;
      const key = `${channel} ${field}`;
      toldAt.set(key, [...(toldAt.get(key) ?? []), door.url]);
    }
  }
}
const tellers = (channel: Channel, field: PublicField) => toldAt.get(`${channel} ${field}`) ?? [];

/** Those of some addresses that tell a field now. */
async function stillTelling(field: PublicField, urls: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const url of notEmpty(urls)) {
    const { status, bytes } = await read(url);
    assert.ok(status < 500, `${url}: ${status}`);
    if (tells(field, url, bytes)) found.push(url);
  }
  return found;
}

test('what is planted is told', learnWhatIsTold);

const RULED: readonly [Channel, readonly PublicField[]][] = [
  ['lookup', CHANNEL_FIELDS.lookup],
  ['tiles', CHANNEL_FIELDS.tiles],
  ['bulk', CHANNEL_FIELDS.bulk],
  ['ogc', CHANNEL_FIELDS.ogc],
];
for (const [channel, fields] of RULED) {
  for (const field of notEmpty(fields)) {
    test(`${channel}: ${field} is told where it is published, and nowhere once it is not`, async () => {
      const told = tellers(channel, field);
      assert.notDeepEqual(told, [], 'told while published');
      await t.publish(channel, field, false);
      try {
        assert.deepEqual(await stillTelling(field, told), [], 'told still');
        for (const [other, ruled] of RULED) {
          if (other === channel || !ruled.includes(field)) continue;
          const elsewhere = tellers(other, field).slice(0, 2);
          assert.deepEqual(await stillTelling(field, elsewhere), elsewhere, `${other} is another channel`);
        }
        const closes =
          (channel === 'lookup' && (field === 'id' || field === 'state')) || (channel === 'ogc' && field === 'id');
        const neighbour = field === 'no' ? 'landUse' : 'no';
        // A page of a commune tells many parcels together; in bulk that is what is told.
        const asks = /[?&](q|code|commune|at|datetime|crs)=/;
        const others = channel === 'bulk' ? asks : new RegExp(`${asks.source}|communes/`);
        // A tile is drawn, so without shapes there is none.
        const drawn = channel === 'ogc' && field === 'geometry' ? /\/tiles\// : /^$/;
        const beside = tellers(channel, neighbour).filter(
          (url) => !others.test(url) && !url.includes(parcel.parent) && !drawn.test(url),
        );
        assert.deepEqual(await stillTelling(neighbour, beside), closes ? [] : beside, `${neighbour} is another field`);
      } finally {
        await t.publish(channel, field, true);
      }
    });
  }

  test(`${channel}: what it has no row for is not told`, () => {
    const told = PUBLIC_FIELDS.filter((field) => tellers(channel, field).length > 0);
    const unruled = told.filter((field) => !fields.includes(field) && !(channel === 'bulk' && field === 'successors'));
    assert.deepEqual(unruled, []);
  });

  test(`${channel} closed: nothing of a parcel comes through it`, async () => {
    await t.publish(channel, '*', false);
    try {
      for (const field of notEmpty(fields))
        assert.deepEqual(await stillTelling(field, tellers(channel, field)), [], field);
    } finally {
      await t.publish(channel, '*', true);
    }
  });
}

test('a change counts for its days only, in Viet Nam', async () => {
  const [url] = tellers('lookup', 'address');
  assert.ok(url);
  const row = (from: string, allowed: boolean) =>
    owner.query(
      `insert into reference.publication_policy (channel, field, valid_from, allowed, source)
       select 'lookup', 'address', (now() at time zone 'Asia/Ho_Chi_Minh')::date + $1::int, $2, 'test'`,
      [from, allowed],
    );
  await row('1', false);
  assert.deepEqual(await stillTelling('address', [url]), [url], 'not before its first day');
  await row('0', false);
  assert.deepEqual(await stillTelling('address', [url]), [], 'from its first day on, over the older row');
});

test('the tag of a tile changes with the policy', async () => {
  const [url] = tellers('tiles', 'code');
  assert.ok(url);
  const tag = async () => (await t.app.inject(url)).headers.etag;
  const before = await tag();
  await t.publish('tiles', 'code', false);
  const without = await tag();
  assert.notEqual(without, before);
  assert.equal((await t.app.inject({ url, headers: { 'if-none-match': String(before) } })).statusCode, 200);
  await t.publish('tiles', 'code', true);
  assert.equal(await tag(), before);
});
