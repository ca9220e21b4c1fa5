import { addLand } from '../plant/add-land.ts';
import { countToday } from '../plant/count-today.ts';
import { REGISTERED_ON } from '../plant/register-fixture.ts';
import type { TestApp } from '../test-app.ts';

const WITH_HOLE = {
  unit: { code: '99002', name: 'Phường Mẫu' },
  sheet: '7',
  no: '90',
  shape:
    'POLYGON((416950 2353000, 417010 2353000, 417010 2353060, 416950 2353060, 416950 2353000), (416970 2353020, 416970 2353040, 416990 2353040, 416990 2353020, 416970 2353020))',
};

/** Every public page in each of its states: what is shown → its address. Adds a parcel with a hole to the fixture's land. */
export async function portalPages(t: TestApp): Promise<ReadonlyMap<string, string>> {
  const { register, database } = t;
  const [withHole] = await addLand(database.urls.migrator, [WITH_HOLE]);
  await t.refresh();
  await countToday(database.urls.migrator);
  const search = (q: string) => `/search?q=${encodeURIComponent(q)}`;
  return new Map<string, string>([
    ['home', '/'],
    ['search, nothing asked', '/search'],
    ['search, choice', search('tờ 12 thửa 345')],
    ['search, nothing found', search('tờ 99 thửa 9999')],
    ['search, too long', search('x'.repeat(300))],
    ['search, points', search('21,2701 106,1999')],
    ['search, communes', search('thử')],
    ['search, places', search('thôn thử')],
    ['search, as of a day', `${search('12/345')}&at=${REGISTERED_ON}`],
    ['parcel', `/parcels/${register.children[0]}`],
    ['parcel, historic', `/parcels/${register.parent}`],
    ['parcel, with a hole', `/parcels/${withHole}`],
    ['parcel, as of a day', `/parcels/${register.parent}?at=${REGISTERED_ON}`],
    ['commune', '/communes/99002'],
    ['commune, made of others', '/communes/99001'],
    ['commune, former', '/communes/99011?at=2025-06-30'],
    ['commune, one sheet', '/communes/99002?sheet=7&unit=99002'],
    ['communes', '/communes'],
    ['about', '/about'],
    ['help', '/help'],
    ['guides', '/guides'],
    ['guide', '/guides/officer'],
    ['figures', '/indicators'],
    ['figures of one commune', '/indicators?commune=99002'],
    ['check of papers', '/verify'],
    ['check, a code of none', '/verify/2345-ABCD-6789-EFGH'],
    ['request', '/requests'],
    ['request: which parcel', '/requests/new/parcel'],
    ['request: parcels found', `/requests/new/parcel?q=${encodeURIComponent('tờ 12 thửa 345')}`],
    ['request: nothing found', '/requests/new/parcel?q=99%2F9999'],
    ['request: this parcel', `/requests/new/parcel?id=${register.children[0]}`],
    ['request: who', '/requests/new/who'],
    ['request: contact', '/requests/new/contact'],
    ['request: purpose', '/requests/new/purpose'],
    ['request: delivery', '/requests/new/delivery'],
    ['request: receipt that is over', '/requests/sent'],
    ['request: follow', '/requests/follow?reference=YC-2026-000001'],
    ['description of the interface', '/api/docs'],
    ['problem 400', '/parcels/none'],
    ['problem 404', `/parcels/00000000-0000-4000-8000-000000000000`],
    ['problem 404, no such page', '/khong-co'],
  ]);
}
