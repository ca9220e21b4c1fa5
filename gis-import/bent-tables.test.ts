/**
 * Tables bent as old programs bend them, at random and with a known truth: numbers in columns of text, numbers or doubles with
 * exponents, sheets blank here and there, fillers for identity numbers, cells cut inside a letter. No record may come out
 * wrong and unmarked.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseJob } from '../server/testing/import/parse-job.ts';
import { type SheetRow, sheetZip } from '../server/testing/import/sheet-zip.ts';
import { createRandom, type Random } from './demo/file/random.ts';
import { createNames } from './demo/sheet/names.ts';
import { parseSource } from './parse/parse-source.ts';

const TABLES = 120;
const FILLERS = ['0', '1', '000000000', '111111111', '123456789', '012345678901', '000000000000', '999999999999'];
const HOLDER_BYTES = 26;

const KINDS = {
  text: { type: 'C', length: 12, decimals: 0 },
  number: { type: 'N', length: 10, decimals: 0 },
  fraction: { type: 'N', length: 12, decimals: 3 },
  double: { type: 'F', length: 19, decimals: 11 },
} as const;
type Kind = keyof typeof KINDS;

interface Truth {
  readonly sheetNo: string;
  readonly parcelNo: string;
  readonly areaM2: number;
  readonly holder: string;
  readonly filler: boolean;
}

/** A whole number as a column of this kind writes it. */
const written = (value: number, kind: Kind): string =>
  kind === 'double' ? exponent(value) : value.toFixed(KINDS[kind].decimals);
/** 3.45000000000e+002, as ArcGIS writes doubles. */
function exponent(value: number): string {
  const [digits = '', power = '0'] = value.toExponential(11).split('e');
  return `${digits}e${Number(power) < 0 ? '-' : '+'}${String(Math.abs(Number(power))).padStart(3, '0')}`;
}

function bend(random: Random) {
  const names = createNames(random.next);
  const [sheetKind, parcelKind] = [
    random.pick(Object.keys(KINDS) as Kind[]),
    random.pick(Object.keys(KINDS) as Kind[]),
  ];
  const areaKind: Kind = random.pick(['text', 'fraction', 'double'] as const);
  const sheet = random.integer(1, 120);
  const holes = random.chance(0.5);
  const cuts = random.chance(0.5);
  const count = random.integer(4, 30);
  const truths: Truth[] = [];
  const rows: Partial<SheetRow>[] = [];
  for (let n = 1; n <= count; n += 1) {
    const areaM2 = Math.round(random.between(30, 900) * 10) / 10;
    const holder = random.chance(0.5) ? 'Nguyễn Văn Thử' : names.person();
    const filler = random.chance(0.3);
    const blank = holes && random.chance(0.3);
    truths.push({ sheetNo: String(sheet), parcelNo: String(n), areaM2, holder, filler });
    rows.push({
      sheetNo: blank ? random.pick(['', '0']) : written(sheet, sheetKind),
      parcelNo: written(n, parcelKind),
      area: areaKind === 'double' ? exponent(areaM2) : areaM2.toFixed(areaKind === 'text' ? 1 : 3),
      holder,
      identity: filler ? random.pick(FILLERS) : names.identityNumber(),
    });
  }
  const columns = {
    SHBANDO: KINDS[sheetKind],
    SHTHUA: KINDS[parcelKind],
    DIENTICH: areaKind === 'text' ? KINDS.text : KINDS[areaKind],
    TENCHU: { type: 'C', length: cuts ? HOLDER_BYTES : 80, decimals: 0 },
  };
  return { rows, truths, columns, sheet, encoding: random.pick(['utf8', 'tcvn3'] as const) };
}

interface Read {
  readonly sheetNo: string | null;
  readonly parcelNo: string | null;
  readonly areaM2: number | null;
  readonly holders?: readonly { readonly name: string; readonly key?: unknown }[];
}

async function read(
  folder: string,
  bent: ReturnType<typeof bend>,
): Promise<{ candidate: Read | null; codes: string[] }[]> {
  const path = join(folder, 'sheet.zip');
  await writeFile(path, await sheetZip({ rows: bent.rows, columns: bent.columns, encoding: bent.encoding }));
  let lines = '';
  const job = parseJob({ path, scratchDir: join(folder, 'unpacked') });
  const types: string[] = [];
  await parseSource(
    { ...job, options: { ...job.options, sheet: String(bent.sheet) } },
    (text: string | Uint8Array) => {
      lines += Buffer.from(text).toString('utf8');
      return undefined;
    },
    ({ type }) => types.push(type),
  );
  assert.equal(types.at(-1), 'done');
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, , , , candidate, findings] = line.replaceAll('\\\\', '\\').split('\t');
      const codes = findings === '\\N' ? [] : (JSON.parse(findings!) as { code: string }[]).map(({ code }) => code);
      return { candidate: candidate === '\\N' ? null : (JSON.parse(candidate!) as Read), codes };
    });
}

test(`${TABLES} bent tables: no record wrong and unmarked, and no filler is anybody's key`, async () => {
  const wrong: string[] = [];
  let records = 0;
  for (let seed = 0; seed < TABLES; seed += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'diaba-bent-'));
    try {
      const bent = bend(createRandom(seed));
      const found = await read(folder, bent);
      assert.equal(found.length, bent.truths.length, `seed ${seed}`);
      for (const [at, { candidate, codes }] of found.entries()) {
        records += 1;
        const truth = bent.truths[at]!;
        const same =
          candidate !== null &&
          candidate.sheetNo === truth.sheetNo &&
          candidate.parcelNo === truth.parcelNo &&
          Math.abs((candidate.areaM2 ?? -1) - truth.areaM2) < 0.0005 &&
          candidate.holders?.length === 1 &&
          candidate.holders[0]?.name === truth.holder;
        const told = codes.some((code) => !code.startsWith('identity.'));
        if (!same && !told) wrong.push(`seed ${seed} record ${at + 1}: ${JSON.stringify({ candidate, truth, codes })}`);
        const key = candidate?.holders?.[0]?.key ?? null;
        if (truth.filler && key !== null) wrong.push(`seed ${seed} record ${at + 1}: a filler is a key`);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  assert.ok(records > TABLES * 5);
  assert.deepEqual(wrong.slice(0, 8), [], `${wrong.length} of ${records}`);
});
