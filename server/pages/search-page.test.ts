import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundPoint, SearchAnswer } from '../domain/contract/portal/portal-search.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { searchPage } from './search-page.ts';

const frame = (language: PageFrame['language']): PageFrame => ({
  language,
  theme: 'auto',
  nonce: 'n0nce',
  files: undefined,
  publicUrl: 'https://land.example',
  address: '/search?q=x',
  demo: false,
});
const point: Pick<FoundPoint, 'lon' | 'lat' | 'commune' | 'parcelIds'> = {
  lon: 106.2,
  lat: 21.28,
  commune: null,
  parcelIds: [],
};
const degrees: FoundPoint = { ...point, srid: 4326, systemName: 'WGS 84', east: null, north: null };
const metres: FoundPoint = {
  ...point,
  srid: 9214,
  systemName: "VN-2000, kinh tuyến trục 107°00', múi 3°",
  east: 416_463.3,
  north: 2_353_280.7,
};
const answer: SearchAnswer = {
  asked: { kind: 'coordinates' },
  parcels: [],
  more: false,
  communes: [],
  places: [],
  points: [degrees, metres],
};
const results = (language: PageFrame['language']) =>
  /<ul class="results">.*<\/ul>/s.exec(searchPage(frame(language), { q: 'x', at: undefined, answer }).markup)?.[0] ??
  '';

test('a position and the system it is in are told in the language of the page', () => {
  const [vi, en] = [results('vi'), results('en')];
  assert.match(vi, /21,280000° B, 106,200000° Đ/);
  assert.match(vi, /VN-2000, kinh tuyến trục 107°00/);
  assert.match(en, /21\.280000° N, 106\.200000° E/);
  assert.match(en, /VN-2000, central meridian 107°00/);
  assert.doesNotMatch(en, /kinh tuyến|° B|° Đ/);
});
