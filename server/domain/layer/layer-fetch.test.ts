import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FETCH_PAGE, firstPage, isListed, nextPage, readAddress } from './layer-fetch.ts';

const LIST = ['https://gis.example.vn/wfs', 'http://10.0.0.5:8080/ogc/'];
const listed = (text: string) => isListed(readAddress(text)!, LIST);

test('only what lies under a listed address may be asked', () => {
  assert.ok(listed('https://gis.example.vn/wfs?typeNames=a'));
  assert.ok(listed('https://gis.example.vn/wfs/more'));
  assert.ok(listed('http://10.0.0.5:8080/ogc/collections/roads'));
  assert.equal(listed('https://gis.example.vn/wfsecret'), false);
  assert.equal(listed('https://gis.example.vn/'), false);
  assert.equal(listed('https://gis.example.vn/wfs/../admin'), false);
  assert.equal(listed('http://gis.example.vn/wfs'), false, 'another protocol');
  assert.equal(listed('https://gis.example.vn:444/wfs'), false, 'another port');
  assert.equal(listed('https://gis.example.vn.evil.example/wfs'), false);
  assert.equal(isListed(readAddress('https://gis.example.vn/wfs')!, []), false, 'nothing by default');
});

test('an address is http or https, without a user name', () => {
  assert.equal(readAddress('file:///etc/passwd'), undefined);
  assert.equal(readAddress('https://a:b@gis.example.vn/wfs'), undefined);
  assert.equal(readAddress('gis.example.vn'), undefined);
});

test('a WFS is asked page by page until one is not full; whatever else the address asks stays', () => {
  const address = new URL('https://gis.example.vn/wfs?TYPENAME=ns:roads&map=a&startindex=7');
  const first = firstPage(address);
  const query = Object.fromEntries(first.searchParams);
  assert.deepEqual(query, {
    map: 'a',
    service: 'WFS',
    version: '2.0.0',
    request: 'GetFeature',
    typeNames: 'ns:roads',
    outputFormat: 'application/json',
    srsName: 'urn:ogc:def:crs:OGC:1.3:CRS84',
    count: String(FETCH_PAGE),
    startIndex: '0',
  });
  const next = nextPage(address, first, { features: FETCH_PAGE, total: FETCH_PAGE, links: [] });
  assert.equal(next?.searchParams.get('startIndex'), String(FETCH_PAGE));
  assert.equal(nextPage(address, first, { features: 3, total: FETCH_PAGE + 3, links: [] }), null);
});

test('a collection is followed by its links', () => {
  const address = new URL('https://gis.example.vn/ogc/collections/roads');
  const first = firstPage(address);
  assert.equal(first.href, `https://gis.example.vn/ogc/collections/roads/items?limit=${FETCH_PAGE}`);
  const page = (links: unknown, features = 1) => nextPage(address, first, { features, total: 1, links });
  assert.equal(page([{ rel: 'self', href: '/x' }]), null);
  assert.equal(page([{ rel: 'next', href: '?cursor=2' }])?.search, '?cursor=2');
  assert.equal(page([{ rel: 'next', href: '?cursor=2' }], 0), null, 'an empty page is the last');
  assert.equal(page('nonsense'), null);
});
