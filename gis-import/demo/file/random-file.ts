/**
 * Random legacy files with a known truth, for testing what the import finds out by itself: encoding, projection, lies
 * and damages. Same seed and extents, same bytes.
 */
import { AS_PRJ_SAYS } from '../../../server/domain/crs.ts';
import { encodeText, type TextEncoding } from '../../../server/domain/encoding/codec.ts';
import { prjText, prjTextOf } from '../../../server/domain/prj-text.ts';
import {
  chooseDamages,
  type DraftRow,
  damageParts,
  damageRows,
  FATAL_DAMAGES,
  type FileParts,
} from '../sheet/damage-file.ts';
import { createNames } from '../sheet/names.ts';
import { type CommuneExtent, ODD_SCALE, placeSheet, type SheetPlace } from '../sheet/place-sheet.ts';
import { createRandom, type Random } from './random.ts';
import { type RandomColumn, randomColumns } from './random-columns.ts';
import { type Plot, randomPlots } from './random-plots.ts';
import type { DbfCell } from './write-dbf.ts';
import { writeShapefile } from './write-shapefile.ts';
import { zipFiles } from './zip-files.ts';

/** What is so, whatever the file says. */
interface FileTruth {
  encoding: TextEncoding;
  srid: number;
  communeCode: string;
  /** Records written, deleted ones included. */
  records: number;
  /** `axes` swapped, `prj` or `cpg` claiming something else. */
  lies: string[];
  damages: string[];
  /** Records with one vertex far from where it belongs. */
  farVertices: readonly number[];
  /** True where a damage is such that the whole file must be refused. */
  refused: boolean;
  options: { commune: string; scale: number; sheet?: string };
}

interface RandomFile {
  zip: Buffer;
  truth: FileTruth;
}

const ENCODINGS: Record<TextEncoding, number> = { tcvn3: 60, vni: 20, utf8: 15, cp1258: 3, viscii: 2 };
const CPG: Partial<Record<TextEncoding, string>> = { utf8: 'UTF-8', cp1258: '1258' };
const LAND_USES = { ONT: 40, LUC: 30, CLN: 15, HNK: 8, NTS: 4, BHK: 2, 'ONT+CLN': 1 };

interface Draft {
  random: Random;
  place: SheetPlace;
  encoding: TextEncoding;
  damages: readonly string[];
  sheetNo: string;
}

const encodeCell = ({ random, encoding, damages }: Draft, text: string): Uint8Array => {
  if (damages.includes('text.mangled') && random.chance(0.03))
    return encodeText(text.replace(/[^\x20-\x7e]/g, '?'), encoding);
  const stray = damages.includes('text.mixed') && random.chance(0.06);
  return encodeText(text, stray ? (encoding === 'utf8' ? 'tcvn3' : 'utf8') : encoding);
};

const makeCell = (
  draft: Draft,
  names: ReturnType<typeof createNames>,
  column: RandomColumn,
  plot: Plot,
  number: number,
): DbfCell => {
  const { random, place, sheetNo } = draft;
  switch (column.role) {
    case 'sheet':
      return column.type === 'N' ? Number(sheetNo) : sheetNo;
    case 'parcel':
      return column.type === 'N' ? number : String(number);
    case 'area':
      if (column.type === 'N') return plot.areaM2;
      return column.comma ? plot.areaM2.toFixed(1).replace('.', ',') : plot.areaM2.toFixed(1);
    case 'landUse':
      return random.weighted(LAND_USES);
    case 'holder':
      return encodeCell(draft, names[random.weighted({ person: 5, couple: 3, household: 2, organisation: 1 })]());
    case 'address':
      return encodeCell(draft, names.address());
    case 'identity':
      return names.identityNumber();
    case 'serial':
      return names.certificateSerial();
    case 'commune':
      return place.commune.code;
    case 'junk':
      return number;
  }
};

const cpgFor = (random: Random, encoding: TextEncoding): { text: string | null; lies: boolean } => {
  const kind = random.weighted({ missing: 70, right: 15, lying: 15 });
  if (kind === 'lying')
    return { text: encoding === 'utf8' ? '1258' : random.pick(['UTF-8', '1252', 'ISO-8859-1']), lies: true };
  return { text: kind === 'right' ? (CPG[encoding] ?? null) : null, lies: false };
};

const prjFor = ({ prj, srid, system, claimed }: SheetPlace): string | null => {
  if (prj === 'missing') return null;
  if (prj === 'unreadable') return 'PROJCS["VN-2000 kinh tuyen';
  if (srid === AS_PRJ_SAYS) return prjTextOf(system, ODD_SCALE);
  return prjText(prj === 'right' ? srid : claimed);
};

/** One random file of 20–400 records that lies in one of the communes. */
export async function randomLegacyFile(seed: number, extents: readonly CommuneExtent[]): Promise<RandomFile> {
  const random = createRandom(seed);
  const place = placeSheet(random, extents);
  const encoding = random.weighted(ENCODINGS);
  const damages = chooseDamages(random);
  const records = random.integer(20, 400);
  const draft: Draft = { random, place, encoding, damages, sheetNo: String(random.integer(1, 120)) };
  const swapped = random.chance(0.15);
  const columns = randomColumns(random);
  const names = createNames(random.next);
  const rows = randomPlots(random, place, records).map(
    (plot, i): DraftRow => ({
      rings: [plot.ring.map(([x, y]): [number, number] => (swapped ? [y, x] : [x, y]))],
      cells: columns.map((column) => makeCell(draft, names, column, plot, i + 1)),
    }),
  );
  const columnOf = (role: string) => columns.findIndex((column) => column.role === role);
  const metre = place.system.kind === 'geographic' ? 1 / 111_000 : 1;
  const spoilt = damageRows(random, rows, damages, { parcel: columnOf('parcel'), area: columnOf('area'), metre });
  const shapeType = damages.includes('shape.z') ? 15 : damages.includes('shape.m') ? 25 : 5;
  const fields = columns.map(({ name, type, length, decimals }) => ({ name, type, length, decimals }));
  const parts: FileParts = writeShapefile({ fields, rows, shapeType, languageByte: random.pick([0, 0, 0x57]) });
  damageParts(random, parts, damages);
  const cpg = cpgFor(random, encoding);
  const members: [string, Buffer | null][] = [
    ['shp', parts.shp],
    ['shx', parts.shx],
    ['dbf', parts.dbf],
    ['prj', bytesOf(prjFor(place))],
    ['cpg', bytesOf(cpg.text)],
  ];
  const files = members.flatMap(([ending, bytes]) =>
    bytes === null ? [] : [{ name: `TO${draft.sheetNo}.${ending}`, bytes }],
  );
  const lies = [...(swapped ? ['axes'] : []), ...(place.prj === 'lying' ? ['prj'] : []), ...(cpg.lies ? ['cpg'] : [])];
  const options = {
    commune: place.commune.code,
    scale: random.pick([500, 1000, 2000]),
    ...(columnOf('sheet') < 0 ? { sheet: draft.sheetNo } : {}),
  };
  return {
    zip: await zipFiles(files),
    truth: {
      encoding,
      srid: place.srid,
      communeCode: place.commune.code,
      records,
      lies,
      damages,
      farVertices: spoilt['shape.far_vertex'] ?? [],
      refused: damages.some((name) => FATAL_DAMAGES.has(name)),
      options,
    },
  };
}

const bytesOf = (text: string | null): Buffer | null => (text === null ? null : Buffer.from(text, 'latin1'));
