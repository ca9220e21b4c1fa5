import assert from 'node:assert/strict';
import test from 'node:test';
import { transformer } from '../../server/domain/crs.ts';
import { encodeText, type TextEncoding } from '../../server/domain/encoding/codec.ts';
import { createTableEvidence } from '../convert/decide-encoding.ts';
import { decideProjection, type ProjectionQuestion } from '../convert/decide-projection.ts';
import { NOTHING_READ } from './build-report.ts';
import { reasonText } from './reason-text.ts';
import { factsOf } from './source-facts.ts';

/** Fictional commune. WGS 84. */
const COMMUNE = { minLon: 106.15, minLat: 21.25, maxLon: 106.25, maxLat: 21.3 };
const NOT_OURS = { srid: null, name: 'Local grid; of a mine' };

/** A few points of the commune in a system; `swapped`: north first. */
function points(srid: number, swapped = false): Float64Array {
  const convert = transformer(4326, srid);
  return Float64Array.from(
    [106.16, 106.2, 106.24].flatMap((lon) => {
      const [x, y] = convert([lon, 21.27]);
      return swapped ? [y, x] : [x, y];
    }),
  );
}

function projectionReason(sheet: Float64Array, prj: ProjectionQuestion['prj'], forced: number | null = null): string {
  return decideProjection({ points: sheet, prj, commune: COMMUNE, forced }).reason;
}

function encodingReason(texts: readonly string[], encoding: TextEncoding, forced: TextEncoding | null = null): string {
  const evidence = createTableEvidence(1);
  for (const text of texts) evidence.add([encodeText(text, encoding)]);
  return evidence.verdict(forced).reason;
}

const names = ['Nguyễn Thị Hường', 'Đặng Văn Tuấn', 'Phạm Quốc Khánh', 'Thôn Thượng', 'Đồng Quan Tiên'];

const summary = { columns: {}, columnNames: [], encoding: null, projection: null, stages: {} };

/** Every kind of reason, made by the stages that make them. */
const REASONS: Readonly<Record<string, string>> = {
  tcvn3: encodingReason(names, 'tcvn3'),
  vni: encodingReason(names, 'vni'),
  utf8: encodingReason(names, 'utf8'),
  ascii: encodingReason(['Lan', 'Mai'], 'utf8'),
  forcedEncoding: encodingReason(names, 'tcvn3', 'tcvn3'),
  agreed: projectionReason(points(9214), { srid: 9214, name: null }),
  missing: projectionReason(points(9214), 'missing'),
  swapped: projectionReason(points(9214, true), 'missing'),
  overruled: projectionReason(points(9214), { srid: 9205, name: null }),
  forced: projectionReason(points(9214), 'missing', 9214),
  nowhere: projectionReason(Float64Array.of(1, 1), 'missing'),
  nowhereNamed: projectionReason(Float64Array.of(1, 1), NOT_OURS),
  rivals: decideProjection({
    points: points(9214),
    prj: 'missing',
    commune: { minLon: 105, minLat: 21, maxLon: 107.5, maxLat: 21.5 },
    forced: null,
  }).reason,
  unread: NOTHING_READ.encoding.reason,
  unreadPlace: NOTHING_READ.srid.reason,
  noEncoding: factsOf(summary, null).encoding.reason,
  noPoint: factsOf(summary, null).srid.reason,
};

const ENGLISH =
  /\b(?:the|of|was|given|with|words|read|cells|points|fall|into|commune|would|other|known|not|none|no)\b/i;

test('every reason that convert can give reads in Vietnamese', () => {
  for (const [kind, reason] of Object.entries(REASONS)) {
    assert.match(reason, ENGLISH, `${kind}: ${reason}`);
    const text = reasonText(reason, 'vi');
    assert.doesNotMatch(text, ENGLISH, `${kind}: ${text}`);
    assert.match(text, /^[\p{Lu}\d].*[^.]\.$/u);
  }
});

test('what a reason is made of is kept', () => {
  assert.match(REASONS.rivals!, /would fit as well/, 'the case is the one it claims to be');
  assert.match(reasonText(REASONS.rivals!, 'vi'), /; EPSG:[\d, ]+ cũng phù hợp\.$/);
  assert.equal(
    reasonText(REASONS.swapped!, 'vi'),
    '100% số điểm thử rơi vào xã theo EPSG:9214, với X là hướng bắc và Y là hướng đông; tệp .prj không có hoặc ghi khác; không hệ nào khác phù hợp.',
  );
  assert.match(reasonText(REASONS.tcvn3!, 'vi'), /^\d+% trong \d+ từ khác nhau đọc được .* là \d+%\.$/);
  assert.match(reasonText(REASONS.agreed!, 'en'), /^100% of the sampled points .*; the \.prj says the same;/);
});

test('the name in a .prj is a stranger’s text and is not repeated in Vietnamese; control characters never are', () => {
  assert.doesNotMatch(
    reasonText('No known system puts the coordinates into the commune, nor does the .prj (x)', 'vi'),
    /\(x\)/,
  );
  assert.doesNotMatch(reasonText('unheard \u001b[2J reason', 'vi'), /\p{Cc}/u);
  assert.equal(reasonText('unheard reason', 'vi'), 'Unheard reason.');
});
