/** Pages as the server makes them, without a browser: what is in them, whom they are for, where they lead. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { GUIDE_NAMES } from '../../domain/guide.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { SPLIT_ON } from '../../testing/plant/register-fixture.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

const HTML = { accept: 'text/html,application/xhtml+xml' };
const get = (url: string, headers: Record<string, string> = {}) =>
  t.app.inject({ url, headers: { ...HTML, 'accept-language': 'vi', ...headers } });
/** What a reader reads: no markup, spaces folded. */
const textOf = (body: string) =>
  body
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

test('a parcel: where, numbers now and before, each area by name, use in words, drawing, corners, never a person', async () => {
  const reply = await get(`/parcels/${t.register.twins[0]}`);
  assert.equal(reply.statusCode, 200);
  assert.match(String(reply.headers['content-type']), /^text\/html/);
  const text = textOf(reply.body);
  for (const part of [
    'Thửa đất số 345, tờ bản đồ số 12',
    'Xã Thử Nghiệm',
    'Xã Đông Thử (đơn vị cũ, trước 01/07/2025)',
    'Diện tích đã đăng ký 1.200,5 m²',
    'Diện tích tính từ bản đồ 1.200 m²',
    'Đất ở tại nông thôn (ONT)',
    'Đang có trong sổ đăng ký từ ngày 10/03/2026',
    'không được công khai',
    'Dữ liệu đăng ký đến',
    'Toạ độ góc thửa và chiều dài cạnh',
    'kinh tuyến trục 107°00',
  ])
    assert.ok(text.includes(part), part);
  assert.match(reply.body, /<svg class="drawing" role="img" aria-label="[^"]+"/);
});

test('a retired parcel leads to its successors, and as of a day before it is there', async () => {
  const retired = await get(`/parcels/${t.register.parent}`);
  for (const id of notEmpty(t.register.children)) assert.ok(retired.body.includes(`href="/parcels/${id}"`));
  assert.match(textOf(retired.body), /Không còn trong sổ đăng ký từ ngày 20\/06\/2026/);
  assert.match(retired.body, /noindex/);
  const before = await get(`/parcels/${t.register.parent}?at=2026-05-01`);
  assert.match(
    textOf(before.body),
    /cuối ngày 01\/05\/2026.*Có trong sổ đăng ký vào ngày đó từ ngày 10\/03\/2026 đến ngày 20\/06\/2026/,
  );
  const child = await get(`/parcels/${t.register.children[0]}`);
  assert.ok(child.body.includes(`href="/parcels/${t.register.parent}"`), `formed from, ${SPLIT_ON}`);
});

test('a question with one answer goes to its page, with two gives the choice, with none says what to try', async () => {
  const one = await get(`/search?q=${encodeURIComponent('tờ 12 thửa 346')}`);
  assert.equal(one.statusCode, 303);
  assert.match(String(one.headers.location), /^\/parcels\/[0-9a-f-]{36}$/);
  const two = await get('/search?q=12/345');
  assert.equal(two.statusCode, 200);
  for (const id of notEmpty(t.register.twins)) assert.ok(two.body.includes(`href="/parcels/${id}"`));
  assert.match(textOf(two.body), /Xã Đông Thử[\s\S]*Xã Tây Thử/);
  const none = await get(`/search?q=${encodeURIComponent('tờ 99 thửa 1')}`);
  assert.match(textOf(none.body), /Không tìm thấy “tờ 99 thửa 1”[\s\S]*Bạn có thể thử/);
  assert.equal((await get('/search')).statusCode, 200);
  assert.match(textOf((await get(`/search?q=${'a'.repeat(1_900)}`)).body), /dài quá 200 ký tự/);
});

test('a commune: its land by use and sheet, its parcels, what it was made of; a former one leads on', async () => {
  const now = textOf((await get('/communes/99001')).body);
  for (const part of ['Được lập từ: Xã Đông Thử , Xã Tây Thử', 'Đất theo mục đích sử dụng', 'Danh sách thửa đất']) {
    assert.ok(now.includes(part), `${part} in ${now}`);
  }
  const former = await get('/communes/99011');
  assert.match(textOf(former.body), /Từ ngày 01\/07\/2025, nơi này thuộc: Xã Thử Nghiệm/);
  const list = await get('/communes');
  assert.ok(list.body.includes('href="/communes/99001"') && list.body.includes('href="/communes/99011?at=2025-06-30"'));
});

test('help in both languages, and the guides to the desk with their pictures: for everybody, in the frame of the pages', async () => {
  const help = await get('/help');
  assert.equal(help.statusCode, 200);
  assert.match(textOf(help.body), /Tìm một thửa đất .*bấm “Tra cứu”.*Xin giấy tờ, xem thời hạn và phí/);
  assert.doesNotMatch(help.body, /noindex|\{\w+\}/);
  assert.match(textOf((await get('/help?lang=en')).body), /Find a parcel .*press “Look up”/);
  const list = await get('/guides?lang=en');
  assert.match(list.body, /in Vietnamese only[\s\S]*<article class="guide" lang="vi">[\s\S]*href="\/guides\/officer"/);
  assert.match(list.body, /noindex/);
  for (const name of notEmpty(GUIDE_NAMES)) {
    const { statusCode, body } = await get(`/guides/${name}`);
    assert.equal(statusCode, 200, name);
    assert.match(body, /<h1>[^<]+<\/h1>\s*<nav class="contents"[\s\S]*<h2 id=/, name);
    assert.doesNotMatch(body, /style=/, name);
  }
  const picture = /src="(\/guides\/pictures\/[^"]+)"/.exec((await get('/guides/officer')).body)?.[1] ?? '';
  const shown = await get(picture);
  assert.deepEqual([shown.statusCode, shown.headers['content-type']], [200, 'image/png']);
  assert.equal(shown.headers['cache-control'], 'public, max-age=3600');
  for (const none of ['/guides/none', '/guides/README', '/guides/pictures/none.png', '/guides/pictures/..%2Fapi.md'])
    assert.equal((await get(none)).statusCode, 404, none);
});

test('a list longer than a page goes on where it stopped', async () => {
  const first = await get('/communes/99002?sheet=7');
  assert.equal(first.statusCode, 200);
  assert.ok(!first.body.includes('rel="next"'), '22 parcels are one page');
});

test('problems are a page to a person and problem+json to a program', async () => {
  const none = '00000000-0000-4000-8000-000000000000';
  for (const [url, status, code] of [
    [`/parcels/${none}`, 404, 'parcel.not_found'],
    ['/parcels/nonsense', 400, 'request.invalid'],
    ['/communes/00000', 404, 'commune.not_found'],
    ['/nowhere', 404, 'route.not_found'],
    ['/communes/99001?cursor=x', 400, 'cursor.invalid'],
    ['/about?x=1', 400, 'request.invalid'],
  ] as const) {
    const page = await get(url);
    assert.deepEqual([page.statusCode, page.headers['cache-control']], [status, 'no-store'], url);
    assert.match(String(page.headers['content-type']), /^text\/html/, url);
    assert.ok(page.body.includes(code) && page.body.includes('action="/search"'), url);
    const json = await get(url, { accept: '*/*' });
    assert.equal(json.json<{ code: string }>().code, code, url);
  }
  assert.match(String((await get('/api/nowhere')).headers['content-type']), /problem\+json/);
  assert.match(textOf((await get('/nowhere', { 'accept-language': 'en' })).body), /No such address/);
});

test('a question in the address of the first page goes to where it is answered; other words are still refused', async () => {
  for (const [url, answer] of [
    ['/?q=12%2F345', '/search?q=12%2F345'],
    ['/?q=t%E1%BB%9D+12&at=2025-06-30&lang=en', '/search?q=t%E1%BB%9D+12&at=2025-06-30&lang=en'],
    ['/?q=', '/search?q='],
    ['/?q=%2F%2Fevil.example%0D%0A%26&z=12', '/search?q=%2F%2Fevil.example%0D%0A%26'],
  ] as const) {
    const reply = await get(url);
    assert.deepEqual([reply.statusCode, reply.headers.location], [303, answer], url);
    assert.equal(reply.headers['cache-control'], 'no-store', url);
    const { statusCode } = await get(answer);
    assert.ok(statusCode === 200 || statusCode === 303, `${answer}: ${statusCode}`);
  }
  assert.equal((await get('/?query=12')).statusCode, 400);
});

test('language and theme: the address over the choice, the choice over the browser; going back stays here', async () => {
  const lang = async (url: string, headers: Record<string, string>) =>
    /<html lang="(..)" data-theme="(\w+)"/.exec((await get(url, headers)).body)?.slice(1, 3);
  assert.deepEqual(await lang('/', { 'accept-language': 'en' }), ['en', 'auto']);
  assert.deepEqual(await lang('/', { 'accept-language': 'en', cookie: 'lang=vi; theme=dark' }), ['vi', 'dark']);
  assert.deepEqual(await lang('/?lang=en', { cookie: 'lang=vi; theme=pink' }), ['en', 'auto']);
  const kept = await get('/preferences?lang=en&theme=dark&back=%2Fparcels%2F1%3Fat%3D2026-01-01');
  assert.deepEqual([kept.statusCode, kept.headers.location], [303, '/parcels/1?at=2026-01-01']);
  const cookies = [kept.headers['set-cookie']].flat().map(String);
  assert.equal(cookies.length, 2);
  for (const cookie of cookies)
    assert.match(cookie, /^(lang=en|theme=dark); Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    assert.equal((await get(`/preferences?back=${encodeURIComponent(back)}`)).headers.location, '/');
  }
});

test('a parcel’s page says what its day is not, and carries its address as a code made here', async () => {
  const id = t.register.twins[0];
  const reply = await t.app.inject({ url: `/parcels/${id}` });
  assert.match(reply.body, /không phải ngày có quyền sử dụng đất/);
  assert.match(reply.body, /class="qr" role="img" aria-label="Mã QR[^"]*"><svg [^>]*>/);
  assert.match(reply.body, new RegExp(`href="http://localhost/parcels/${id}" data-link`));
  const other = await t.app.inject({ url: `/parcels/${t.register.twins[1]}` });
  const code = (body: string) => /class="qr".*?<\/svg>/s.exec(body)?.[0];
  assert.notEqual(code(reply.body), code(other.body));
  assert.doesNotMatch(reply.body, /style=/, 'no inline style, which the policy of the page would refuse');
});

test('a commune’s page names the licence the authority recorded, or says that there is none', async () => {
  await t.ownerClient.query(
    "insert into reference.publication_policy (channel, field, valid_from, allowed, source) values ('bulk', '*', '2026-01-01', true, 'test')",
  );
  assert.match((await t.app.inject({ url: '/communes/99001' })).body, /chưa công bố giấy phép/);
  await t.ownerClient.query(
    "insert into reference.registry_state (name, value) values ('open_data_licence', 'CC-BY-4.0')",
  );
  const reply = await t.app.inject({ url: '/communes/99001' });
  assert.match(reply.body, /Giấy phép sử dụng dữ liệu: CC-BY-4\.0\./);
  assert.match(reply.body, /"license":"CC-BY-4\.0"/);
  const facts = await t.app.inject({ url: '/api/portal/communes/99001' });
  assert.equal(facts.json<{ licence: string }>().licence, 'CC-BY-4.0');
});
