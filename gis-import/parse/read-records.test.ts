import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseJob } from '../../server/testing/import/parse-job.ts';
import { ORIGIN, sheetZip, squareAt } from '../../server/testing/import/sheet-zip.ts';
import { notEmpty } from '../../server/testing/not-empty.ts';
import { openSource } from '../unpack/open-source.ts';
import { readRecords } from './read-records.ts';
import { createClock, type Reading, tellReading } from './reading.ts';
import { openGeoJsonSource } from './source/geojson-source.ts';
import { openRecordSource } from './source/open-record-source.ts';
import type { RecordSource } from './source/record-source.ts';

const HOLDER = 'Trần Thị Thử 099187654321';
const ROWS = ['Thôn Thanh Ấm', 'Đồng Quan Tiên'].map((address, i) => ({
  sheetNo: '12',
  parcelNo: String(i + 1),
  area: '400',
  landUse: 'ONT',
  holder: HOLDER,
  address,
}));

/** The same sheet as GeoJSON, in the system its `crs` member names. */
const geoJson = JSON.stringify({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::9214' } },
  features: ROWS.map(({ sheetNo, parcelNo, area, landUse, holder, address }, i) => ({
    type: 'Feature',
    properties: {
      SHBANDO: sheetNo,
      SHTHUA: Number(parcelNo),
      DIENTICH: Number(area),
      MALOAIDAT: landUse,
      TENCHU: holder,
      DIACHI: address,
    },
    geometry: { type: 'Polygon', coordinates: [squareAt(ORIGIN, i)] },
  })),
});

async function read(source: RecordSource) {
  const rows: string[] = [];
  let reading: Reading | undefined;
  await tellReading(
    () => {},
    async (facts) => {
      reading = facts;
      await readRecords(parseJob({ path: '', scratchDir: '' }), source, facts, {
        emit: (lines) => void rows.push(String(lines)),
        tell: () => {},
        clock: createClock(facts.stages),
      });
    },
  );
  await source.close();
  return { reading: reading!, rows: rows.map((row) => row.split('\t')) };
}

/** Place of a column in staging.scratch. */
const [RECORD, RAW, CANDIDATE, IDENTITIES, SHAPE, EAST] = [1, 3, 4, 7, 8, 9];

test('parcels become the same candidates from every format that gives records', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-records-'));
  try {
    await writeFile(join(folder, 'sheet.zip'), await sheetZip({ rows: ROWS, encoding: 'tcvn3', prj: 9214 }));
    await writeFile(join(folder, 'sheet.geojson'), geoJson);
    const unpacked = await openSource(join(folder, 'sheet.zip'), join(folder, 'unpacked'));
    const shapefile = await read(await openRecordSource(unpacked));
    const other = await read(await openGeoJsonSource(join(folder, 'sheet.geojson')));
    assert.equal(shapefile.reading.encoding?.used, 'tcvn3');
    assert.equal(other.reading.encoding?.used, 'utf8');
    assert.equal(other.reading.projection?.srid, 9214);
    assert.equal(other.rows.length, 2);
    for (const column of [RECORD, CANDIDATE, SHAPE, EAST]) {
      assert.deepEqual(
        other.rows.map((row) => row[column]),
        shapefile.rows.map((row) => row[column]),
      );
    }
    assert.match(other.rows[0]![CANDIDATE]!, /"parcelNo":"1".*"address":"Thôn Thanh Ấm"/);
    for (const row of notEmpty([...shapefile.rows, ...other.rows])) {
      assert.doesNotMatch(row.join('\t'), /099187654321/);
      assert.match(row[RAW]!, /Trần|TrÇn/);
      assert.match(row[IDENTITIES]!, /"cipher"/);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a parcel source without records is refused before it is read', async () => {
  const empty: RecordSource = {
    records: 0,
    columns: [],
    encoding: null,
    claim: 'missing',
    findings: [],
    nameColumns: () => [],
    rows: () => assert.fail('read'),
    async close() {},
  };
  const facts = { stages: {} } as Reading;
  const channel = { emit: () => undefined, tell: () => {}, clock: () => {} };
  await assert.rejects(readRecords(parseJob({ path: '', scratchDir: '' }), empty, facts, channel), {
    code: 'file.no_records',
  });
});
