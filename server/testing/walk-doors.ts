/** Which addresses a test must ask to have asked every public door. */
import assert from 'node:assert/strict';
import { ALL_CONTRACTS } from '../domain/contract/all-contracts.ts';
import type { Contract } from '../domain/contract/contract.ts';
import { GUIDE_NAMES } from '../domain/guide.ts';
import { printPaperCode } from '../domain/paper.ts';
import { REQUEST_QUESTIONS } from '../domain/request/request-draft.ts';
import { PLANTED_CODE, PLANTED_SERIAL } from './plant/plant-paper.ts';
import { PLANTED_LAYER, type PlantedParcel } from './plant/plant-public-parcel.ts';
import { PLANTED_REFERENCE } from './plant/plant-request-canaries.ts';
import { CANARIES, type RegisterFixture } from './plant/register-fixture.ts';
import { tileAround } from './tile-around.ts';

const ZOOMS = [8, 11, 13, 14, 16, 18];

/** A parcel to ask for. */
export type AskedParcel = Pick<PlantedParcel, 'id' | 'parent' | 'commune' | 'former' | 'centre'>;

/** Values of a parameter in a path, by its name. A name that is not here must be added with values that reach something. */
function valuesOf(name: string, parcel: AskedParcel, register: RegisterFixture): string[] {
  const known: Record<string, string[]> = {
    batch: [parcel.id],
    id: [parcel.id, parcel.parent, register.twins[0], register.parent],
    code: [parcel.commune, parcel.former, '99001', '99012'],
    list: ['land-use', 'use-origin', 'area-tolerance', 'length-tolerance'],
    name: ['pages', 'communes', 'parcels-1'],
    n: ['1'],
    parcelId: [parcel.id],
    collection: ['parcels', 'communes', 'sheets', 'layer-planted', 'layer-canaries', 'layer-hidden'],
    featureId: ['1', parcel.id, register.parent, `${parcel.commune}-2025-07-01`],
    layer: [PLANTED_LAYER, 'canaries', 'hidden'],
    edition: ['1'],
    tileMatrixSet: ['WebMercatorQuad'],
    sha256: [Buffer.alloc(32, 7).toString('hex'), 'nothing'],
    paperCode: [printPaperCode(PLANTED_CODE), 'nothing'],
    serial: [PLANTED_SERIAL],
    question: [...REQUEST_QUESTIONS],
    templateKind: ['receipt'],
    templateVersion: ['1'],
    guide: [...GUIDE_NAMES, 'nothing'],
    picture: ['desk-home.png', 'nothing.png'],
    reference: [PLANTED_REFERENCE, 'nothing'],
    '*': ['nothing.js'],
  };
  const values = known[name];
  assert.ok(values, `what does the walk put for :${name}?`);
  return values;
}

/** A stream of events stays open; one that is asked for what is not there ends, once it was let in. */
const ENDING: Readonly<Record<string, string>> = {
  '/api/batches/events': '?ids=00000000-0000-4000-8000-000000000000',
};

/** Addresses of a path as the router writes it, with `:name` and `*`. Throws for a parameter it has no value for. */
export function addressesOf(path: string, parcel: AskedParcel, register: RegisterFixture): string[] {
  const names = [...path.matchAll(/:(\w+)|\*/g)].map(([all, name]) => name ?? all);
  const made = names
    .filter((name) => !['z', 'x', 'y'].includes(name))
    .reduce(
      (paths, name) =>
        paths.flatMap((one) =>
          valuesOf(name, parcel, register).map((value) => one.replace(name === '*' ? '*' : `:${name}`, value)),
        ),
      [`${path}${ENDING[path] ?? ''}`],
    );
  if (!names.includes('z')) return made;
  return made.flatMap((one) =>
    ZOOMS.flatMap((z) =>
      [parcel.centre, register.centre].map((centre) => {
        const { x, y } = tileAround(centre, z);
        return one.replace(':z', String(z)).replace(':x', String(x)).replace(':y', String(y));
      }),
    ),
  );
}

/** Queries of a door, from the parameters it takes. */
function queries({ query }: Contract, parcel: PlantedParcel): string[] {
  const takes = (name: string) => name in query.properties;
  const asked = [''];
  if (takes('lang')) asked.push('lang=vi', 'lang=en');
  if (takes('f')) asked.push('f=html');
  if (takes('crs')) asked.push(`crs=${encodeURIComponent('http://www.opengis.net/def/crs/EPSG/0/9214')}`);
  if (takes('bbox-crs')) asked.push('limit=1000', 'limit=1000&f=html', 'datetime=2026-05-01', 'datetime=../..');
  if (takes('at')) asked.push('at=2026-05-01');
  if (takes('commune')) asked.push(`commune=${parcel.commune}&limit=100`, `commune=${parcel.former}`, 'commune=99001');
  if (takes('code')) asked.push(`code=${parcel.code}`);
  const [name, number, serial] = CANARIES;
  if (takes('q')) {
    const words = [
      parcel.code,
      `tờ ${parcel.sheet} thửa ${parcel.no}`,
      `${parcel.sheet}/${parcel.no}`,
      parcel.address,
      'Hoa Ban',
      'Lá Phong',
    ];
    const point = parcel.centre.map((degrees) => degrees.toFixed(7)).join(', ');
    asked.push(...[...words, point, 'Thôn Thử', name, number, serial].map((q) => `q=${encodeURIComponent(q)}`));
  }
  return asked;
}

export interface Door {
  readonly contract: Contract;
  /** Path and query. */
  readonly url: string;
  /** The code of the planted request, where a door asks for one. */
  readonly headers: Record<string, string>;
}

/** The addresses of all doors that are read, made from their contracts. Throws for a parameter it has no value for. */
export const listDoors = (parcel: PlantedParcel, register: RegisterFixture): Door[] =>
  ALL_CONTRACTS.filter(({ method }) => method === 'GET').flatMap((contract) =>
    addressesOf(contract.path, parcel, register).flatMap((path) =>
      queries(contract, parcel).map((query) => ({
        contract,
        url: query ? `${path}?${query}` : path,
        headers: 'X-Request-Code' in contract.headers.properties ? { 'x-request-code': PLANTED_CODE } : {},
      })),
    ),
  );

/** Doors that everybody may pass and that must answer here; signing in needs a provider and has nothing of the land. */
export const isOpen = (contract: Contract) =>
  contract.method === 'GET' &&
  String(contract.tag) !== 'identity' &&
  (!('right' in contract) || contract.right === 'public');
