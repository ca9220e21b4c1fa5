import { readFile } from 'node:fs/promises';
import type { Knex } from 'knex';

/** The reference data known on 2026-11-24. The files under data/ are part of this migration and frozen with it. */
const UNITS_SOURCE = 'NQ 202/2025/QH15, NQ 1658/NQ-UBTVQH15 and the GSO list of March 2025, from public copies';
const LAND_USE_SOURCE = 'TT 08/2024/TT-BTNMT code set; names partly unverified';
const TOLERANCE_FROM = '2025-01-15';
const REFORM = '2025-07-01';

type Row = Record<string, string>;

async function readCsv(name: string): Promise<Row[]> {
  const text = await readFile(new URL(`./data/${name}.csv`, import.meta.url), 'utf8');
  const [head, ...lines] = text.trimEnd().split(/\r?\n/).map(splitCsvLine);
  return lines.map((cells) => Object.fromEntries((head ?? []).map((column, i) => [column, cells[i] ?? ''])));
}

function splitCsvLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? '',
  );
}

async function loadUnits(knex: Knex): Promise<void> {
  const old = await readCsv('units-before-2025-07-01');
  const merged = await readCsv('units-2025-07-01');
  const extents = await readCsv('extents-2025-07-01');
  const communes = old.filter((row) => row.code?.length === 5);
  await knex('reference.administrative_unit').insert(
    communes.map((row) => ({
      code: row.code,
      valid_from: '2025-01-01',
      valid_to: REFORM,
      name: row.name,
      kind: row.type,
      province_code: '24',
      district_code: row.parent_code,
      source: UNITS_SOURCE,
    })),
  );
  await knex('reference.administrative_unit').insert(
    extents.map((row) => ({
      code: row.code,
      valid_from: REFORM,
      name: row.name,
      kind: row.name?.startsWith('Phường') ? 'phường' : 'xã',
      province_code: '24',
      source: UNITS_SOURCE,
    })),
  );
  await knex('reference.administrative_unit_successor').insert(
    merged.flatMap((row) =>
      (row.old_codes ?? '').split(';').map((code) => ({
        old_code: code,
        old_valid_from: '2025-01-01',
        new_code: row.new_code,
        new_valid_from: REFORM,
        source: UNITS_SOURCE,
      })),
    ),
  );
  await knex('reference.administrative_unit_extent').insert(
    extents.map(({ code, min_lon, min_lat, max_lon, max_lat }) => ({
      code,
      valid_from: REFORM,
      min_lon,
      min_lat,
      max_lon,
      max_lat,
      source: 'Generalised public boundaries of the 2025 units',
    })),
  );
}

async function loadLandUse(knex: Knex): Promise<void> {
  const present = await readCsv('land-use-2024-08');
  const legacy = await readCsv('land-use-legacy');
  const fills = new Map(present.map((row) => [row.code, row.fill]));
  await knex('reference.land_use').insert([
    ...present.map((row) => ({
      code: row.code,
      valid_from: '2024-08-01',
      name_vi: row.name_vi,
      name_en: row.name_en,
      group_code: row.group_code || null,
      is_group: row.is_group === '1',
      fill: row.fill,
      name_verified: row.name_verified === '1',
      source: LAND_USE_SOURCE,
    })),
    ...legacy.map((row) => ({
      code: row.code,
      valid_from: '1993-10-15',
      valid_to: '2024-08-01',
      name_vi: row.name_vi,
      name_en: row.name_en,
      legacy: true,
      legacy_of: row.legacy_of || null,
      fill: fills.get(row.legacy_of) ?? '#FFFFFE',
      name_verified: false,
      source: `Legacy: ${row.origin}; name unverified`,
    })),
  ]);
}

/** The annexes give the base at the first edge and a rate per band; the base of each further band is accumulated here. */
function bandsOf(
  row: Row,
  first: string,
  perUnits: number,
): { above: number; upTo: number | null; base: number; rate: number }[] {
  const start = Number(row[first]);
  let base = Number(row.base_m2 ?? row.base_cm);
  const rows = [{ above: 0, upTo: start as number | null, base, rate: 0 }];
  let above = start;
  for (const band of (row.bands ?? '').split(';')) {
    const [upTo, rate] = band.split(':');
    const end = upTo ? Number(upTo) : null;
    rows.push({ above, upTo: end, base: Number(base.toFixed(6)), rate: Number(rate) });
    if (end !== null) {
      base += (Number(rate) * (end - above)) / perUnits;
      above = end;
    }
  }
  return rows;
}

async function loadTolerances(knex: Knex): Promise<void> {
  const areas = await readCsv('area-tolerance-tt26-2024-annex-04');
  await knex('reference.area_tolerance').insert(
    areas.flatMap((row) =>
      bandsOf(row, 'base_up_to_m2', 10).map((band) => ({
        regulation: 'TT 26/2024/TT-BTNMT',
        valid_from: TOLERANCE_FROM,
        scale: row.scale,
        above_m2: band.above,
        up_to_m2: band.upTo,
        base_m2: band.base,
        rate_m2_per_10m2: band.rate,
        source: 'Annex 04, from a public implementation',
      })),
    ),
  );
  const lengths = await readCsv('length-tolerance-tt26-2024-annex-03');
  await knex('reference.length_tolerance').insert(
    lengths.flatMap((row) =>
      bandsOf(row, 'base_up_to_m', 1).map((band) => ({
        regulation: 'TT 26/2024/TT-BTNMT',
        valid_from: TOLERANCE_FROM,
        scale: row.scale,
        above_m: band.above,
        up_to_m: band.upTo,
        base_cm: band.base,
        rate_cm_per_m: band.rate,
        source: 'Annex 03, from a public implementation',
      })),
    ),
  );
}

async function loadSettings(knex: Knex): Promise<void> {
  const start = { valid_from: '2025-01-15', source: 'Registry setting, docs/data-path.md' };
  await knex('reference.setting').insert([
    { name: 'overlap_area_m2', value: 0.1, unit: 'm²', ...start },
    { name: 'overlap_width_m', value: 0.02, unit: 'm', ...start },
    { name: 'minimum_parcel_area_m2', value: 0.1, unit: 'm²', ...start },
    { name: 'purpose_sum_difference_m2', value: 0.5, unit: 'm²', ...start },
  ]);
  const origins = await readCsv('use-origin');
  await knex('reference.use_origin').insert(
    origins.map((row) => ({ ...row, valid_from: '1993-10-15', source: 'Lists of running systems' })),
  );
  const publicFields = [
    '*',
    'id',
    'code',
    'commune',
    'sheet',
    'no',
    'scale',
    'numberedIn',
    'landUse',
    'areaM2',
    'legalAreaM2',
    'address',
    'state',
    'registeredAt',
    'endedAt',
    'geometry',
    'geometryLegal',
    'successors',
    'predecessors',
    'source',
  ];
  // Scale, numberedIn and address: what tiles of outlines say of sheets, and the names of places, which come from addresses.
  const tileFields = [
    '*',
    'id',
    'code',
    'commune',
    'sheet',
    'no',
    'landUse',
    'areaM2',
    'scale',
    'numberedIn',
    'address',
  ];
  const policy = {
    valid_from: '2025-01-15',
    allowed: true,
    source: 'Start of operation: look-up and tiles open, bulk by token',
  };
  await knex('reference.publication_policy').insert([
    ...publicFields.map((field) => ({ channel: 'lookup', field, ...policy })),
    ...tileFields.map((field) => ({ channel: 'tiles', field, ...policy })),
  ]);
}

async function loadDealingKinds(knex: Knex): Promise<void> {
  const ofParcels = [
    'split',
    'transfer',
    'mortgage_registration',
    'mortgage_release',
    'caveat_placement',
    'caveat_release',
  ];
  await knex('reference.dealing_kind').insert([
    { kind: 'import_promotion', subject: 'batch' },
    { kind: 'import_reversal', subject: 'batch' },
    ...ofParcels.map((kind) => ({ kind, subject: 'parcel' })),
  ]);
}

export async function up(knex: Knex): Promise<void> {
  await loadUnits(knex);
  await loadLandUse(knex);
  await loadTolerances(knex);
  await loadSettings(knex);
  await loadDealingKinds(knex);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
