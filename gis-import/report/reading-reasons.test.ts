/** The closed list of reasons, against the stages that give them: each can come, and each reads in both languages. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { READING_REASONS, type ReadingReason } from '../../server/domain/batch/reading-reason.ts';
import { readingReasonWords } from '../../server/domain/batch/reading-reason-text.ts';
import { transformer } from '../../server/domain/crs.ts';
import { encodeText, type TextEncoding } from '../../server/domain/encoding/codec.ts';
import { prjText } from '../../server/domain/prj-text.ts';
import { createTableEvidence } from '../convert/decide-encoding.ts';
import { decideProjection, type ProjectionQuestion } from '../convert/projection/decide-projection.ts';
import { UNICODE } from '../parse/source/container-source.ts';
import { openGeoJsonSource } from '../parse/source/geojson-source.ts';
import { describePrj } from '../read/prj/parse-prj.ts';
import { NOTHING_READ } from './build-report.ts';
import { factsOf } from './source-facts.ts';

/** Fictional commune. WGS 84. */
const COMMUNE = { minLon: 106.15, minLat: 21.25, maxLon: 106.25, maxLat: 21.3 };
const SYSTEM = describePrj(prjText(9214).replace('107.0', '101.0'))!.system;
const NOT_OURS = { srid: null, name: 'Local grid; of a \u001b[2Jmine', system: SYSTEM };

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

function ofProjection(sheet: Float64Array, prj: ProjectionQuestion['prj'], forced: number | null = null) {
  return decideProjection({ points: sheet, prj, commune: COMMUNE, forced }).why;
}

function ofEncoding(texts: readonly string[], encoding: TextEncoding, forced: TextEncoding | null = null) {
  const evidence = createTableEvidence(1);
  for (const text of texts) evidence.add([encodeText(text, encoding)]);
  return evidence.verdict(forced).why;
}

async function ofGeoJson() {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-reasons-'));
  const path = join(folder, 'a.geojson');
  const geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [106.2, 21.27],
        [106.21, 21.27],
        [106.21, 21.28],
        [106.2, 21.27],
      ],
    ],
  };
  await writeFile(
    path,
    JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] }),
  );
  const source = await openGeoJsonSource(path);
  await source.close();
  await rm(folder, { recursive: true });
  return source.encoding?.file.why ?? [];
}

const names = ['Nguyễn Thị Hường', 'Đặng Văn Tuấn', 'Phạm Quốc Khánh', 'Thôn Thượng', 'Đồng Quan Tiên'];
const summary = { columns: {}, columnNames: [], encoding: null, projection: null, stages: {} };

/** Every kind of reason, made by the stages that make them. */
const MADE: Readonly<Record<string, readonly ReadingReason[]>> = {
  tcvn3: ofEncoding(names, 'tcvn3'),
  vni: ofEncoding(names, 'vni'),
  utf8: ofEncoding(names, 'utf8'),
  // Letters that are the bytes of TCVN3, each stored as a letter of its own.
  twice: ofEncoding(
    names.map((name) => Buffer.from(encodeText(name, 'tcvn3')).toString('latin1')),
    'utf8',
  ),
  ascii: ofEncoding(['Lan', 'Mai'], 'utf8'),
  empty: createTableEvidence(0).verdict(null).why,
  forcedEncoding: ofEncoding(names, 'tcvn3', 'tcvn3'),
  geojson: await ofGeoJson(),
  container: UNICODE.file.why,
  agreed: ofProjection(points(9214), { srid: 9214, name: null }),
  missing: ofProjection(points(9214), 'missing'),
  swapped: ofProjection(points(9214, true), 'missing'),
  overruled: ofProjection(points(9214), { srid: 9205, name: null }),
  forced: ofProjection(points(9214), 'missing', 9214),
  nowhere: ofProjection(Float64Array.of(1, 1), 'missing'),
  nowhereNamed: ofProjection(Float64Array.of(1, 1), NOT_OURS),
  rivals: decideProjection({
    points: points(9214),
    prj: 'missing',
    commune: { minLon: 105, minLat: 21, maxLon: 107.5, maxLat: 21.5 },
    forced: null,
  }).why,
  unread: NOTHING_READ.encoding.reasons!,
  unreadPlace: NOTHING_READ.srid.reasons!,
  noEncoding: factsOf(summary, null).encoding.reasons!,
  noPoint: factsOf(summary, null).srid.reasons!,
};

test('the list is closed at both ends: every code comes, and no other does', () => {
  const codes = new Set(Object.values(MADE).flatMap((reasons) => reasons.map(({ code }) => code)));
  assert.deepEqual([...codes].sort(), [...READING_REASONS].sort());
});

const ENGLISH =
  /\b(?:the|of|was|given|with|words|read|cells|points|fall|into|commune|would|other|known|not|none|no)\b/i;

test('whatever is made of them reads in both languages, and nothing is left to fill in', () => {
  for (const [kind, reasons] of Object.entries(MADE)) {
    if (kind === 'nowhereNamed') continue;
    const [vi, en] = (['vi', 'en'] as const).map((language) => readingReasonWords({ reason: '', reasons }, language));
    assert.doesNotMatch(vi!.text, ENGLISH, `${kind}: ${vi!.text}`);
    assert.notEqual(vi!.text, en!.text, kind);
    for (const { text } of [vi!, en!]) {
      assert.match(text, /^[\p{Lu}\d].*[^.]\.$/u);
      assert.doesNotMatch(text, /[{}]|undefined|NaN|null/, `${kind}: ${text}`);
    }
  }
});

test('the name in a .prj is a stranger’s text: short, of one line, without control characters', () => {
  const { text } = readingReasonWords({ reason: '', reasons: MADE.nowhereNamed! }, 'vi');
  assert.match(text, /\(Local grid; of a {2}\[2Jmine\)\.$/);
  const [long] = ofProjection(Float64Array.of(1, 1), { ...NOT_OURS, name: 'x'.repeat(500) });
  assert.equal(long?.code === 'projection.nowhere_nor_prj' && long.params.name.length, 60);
  const [unnamed] = ofProjection(Float64Array.of(1, 1), { ...NOT_OURS, name: null });
  assert.equal(unnamed?.code === 'projection.nowhere_nor_prj' && unnamed.params.name, '?');
});

test('the report says them as codes and in English', () => {
  const { encoding, srid } = factsOf(
    {
      ...summary,
      encoding: { detected: 'utf8', used: 'utf8', confidence: 1, why: MADE.utf8!, columns: [] },
      projection: {
        declared: null,
        detected: 9214,
        srid: 9214,
        swapAxes: false,
        confidence: 0.95,
        why: MADE.missing!,
      },
    },
    9214,
  );
  assert.deepEqual(encoding.reasons, [{ code: 'encoding.utf8_form', params: { some: 5, all: 5 } }]);
  assert.equal(encoding.reason, '5 of 5 cells are well-formed UTF-8');
  assert.equal(
    srid.reason,
    '100% of the sampled points fall into the commune in EPSG:9214; not what the .prj says or none was given; no other known system fits',
  );
});
