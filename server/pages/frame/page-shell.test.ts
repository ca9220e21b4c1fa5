import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchAnswer } from '../../domain/contract/portal/portal-search.ts';
import { html } from '../../domain/words/html.ts';
import { onlyAnswer } from '../only-answer.ts';
import type { PageFrame } from './page-frame.ts';
import { pageShell, safeJson } from './page-shell.ts';

const frame = (change: Partial<PageFrame> = {}): PageFrame => ({
  language: 'vi',
  theme: 'auto',
  nonce: 'n0nce',
  files: { script: '/assets/page.js', styles: ['/assets/page.css'], fonts: ['/assets/a.woff2'] },
  publicUrl: 'https://land.example',
  address: '/parcels/1?at=2026-01-01',
  demo: false,
  ...change,
});
const content = { title: 'A', description: 'B', layout: 'text', body: html`<p>c</p>` } as const;

test('what stands in a page from outside is text, in attributes and in JSON too', () => {
  const evil = '</script><script>alert(1)</script>"\'&';
  const { markup } = pageShell(frame({ address: `/search?q=${evil}` }), {
    ...content,
    title: evil,
    description: evil,
    structured: { name: evil },
  });
  assert.ok(!markup.includes('<script>alert'));
  assert.equal([...markup.matchAll(/<script\b/g)].length, 2);
  const data = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/.exec(markup)?.[1] ?? '';
  assert.deepEqual(JSON.parse(data), { name: evil });
  assert.equal(safeJson({ a: '<!--' }).markup.includes('<'), false);
});

test('each language has its own address, and both name each other; choosing one comes back to this page', () => {
  const { markup } = pageShell(frame(), content);
  assert.match(markup, /<link rel="canonical" href="https:\/\/land\.example\/parcels\/1\?at=2026-01-01">/);
  assert.match(markup, /hreflang="en" href="https:\/\/land\.example\/parcels\/1\?at=2026-01-01&amp;lang=en"/);
  assert.match(markup, /href="\/preferences\?lang=en&amp;back=%2Fparcels%2F1%3Fat%3D2026-01-01"/);
  assert.match(pageShell(frame({ language: 'en' }), content).markup, /<html lang="en"/);
});

test('a page that is not for search engines says so and has no canonical address', () => {
  const { markup } = pageShell(frame(), { ...content, index: false });
  assert.match(markup, /name="robots" content="noindex"/);
  assert.doesNotMatch(markup, /rel="canonical"/);
});

test('the theme in use is marked, the others are links; a demonstration says that it is one', () => {
  const { markup } = pageShell(frame({ theme: 'dark', demo: true }), content);
  assert.match(markup, /data-theme="dark"/);
  assert.match(markup, /<span aria-current="true">Tối<\/span>/);
  assert.match(markup, /theme=light&amp;back=/);
  assert.match(markup, /hư cấu/);
  assert.doesNotMatch(pageShell(frame(), content).markup, /hư cấu/);
});

test('nothing built: a page without style and script', () => {
  assert.doesNotMatch(pageShell(frame({ files: undefined }), content).markup, /<script|stylesheet/);
});

const found = (change: Partial<SearchAnswer>): SearchAnswer => ({
  asked: { kind: 'parcel' },
  parcels: [],
  more: false,
  communes: [],
  places: [],
  points: [],
  ...change,
});
const parcel = { id: 'a', state: 'current' } as const;
const commune = {
  code: '99001',
  name: 'X',
  kind: 'xã',
  validFrom: '2025-07-01',
  validTo: null,
  bbox: null,
  became: [],
  madeOf: [],
};

test('one answer is gone to; several, or a former unit, are shown', () => {
  assert.equal(onlyAnswer(found({ parcels: [parcel] })), '/parcels/a');
  assert.equal(onlyAnswer(found({ parcels: [parcel] }), '2026-01-01'), '/parcels/a?at=2026-01-01');
  assert.equal(onlyAnswer(found({ asked: { kind: 'place' }, communes: [commune] })), '/communes/99001');
  assert.equal(onlyAnswer(found({ communes: [commune] })), undefined, 'a parcel was asked for');
  assert.equal(onlyAnswer(found({ parcels: [parcel], missing: 'parcel' })), undefined);
  assert.equal(onlyAnswer(found({ asked: { kind: 'parcel', no: '7', unread: ['8'] }, parcels: [parcel] })), undefined);
  assert.equal(
    onlyAnswer(found({ asked: { kind: 'parcel', no: '7' }, parcels: [{ ...parcel, no: '7a' }] })),
    undefined,
  );
  assert.equal(onlyAnswer(found({ parcels: [parcel, { ...parcel, id: 'b' }] })), undefined);
  assert.equal(onlyAnswer(found({ parcels: [parcel], more: true })), undefined);
  assert.equal(
    onlyAnswer(found({ parcels: [parcel], communes: [commune] })),
    '/parcels/a',
    'the commune was said beside it',
  );
  const asked = { kind: 'place' } as const;
  assert.equal(onlyAnswer(found({ asked, parcels: [parcel], communes: [commune] })), undefined);
  assert.equal(onlyAnswer(found({ communes: [{ ...commune, validTo: '2025-07-01' }] })), undefined);
  assert.equal(onlyAnswer(found({})), undefined);
});
