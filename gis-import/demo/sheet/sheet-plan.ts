/** Which sheets the district has, what country each shows and how the old office kept it. */
import type { SheetTraits } from '../district.ts';
import { BEFORE_MERGER } from '../fictional-units.ts';

export type SheetKind = 'village' | 'mixed' | 'paddy' | 'hill';

export interface SheetPlan extends SheetTraits {
  kind: SheetKind;
  /** Ground it should cover, m². */
  area: number;
  /** Whether the deliberate faults of this sheet number are planted (once, in the first dozen). */
  firstDozen: boolean;
}

/** Ground per parcel, m², ways and water included (measured on generated land). */
const GROUND_PER_PARCEL: Record<SheetKind, number> = { village: 326, mixed: 525, paddy: 763, hill: 1434 };
/** Parcels of a sheet, relative to the average sheet. */
const RELATIVE_COUNT: Record<SheetKind, number> = { village: 1.06, mixed: 1, paddy: 1, hill: 0.85 };
const PARCELS_PER_SHEET = 500;

type Row = [
  unit: string,
  sheetNo: number,
  kind: SheetKind,
  scale: number,
  dictionary: string,
  traits?: Partial<SheetTraits>,
];

const DOZEN: readonly Row[] = [
  ['99001', 1, 'village', 1000, 'famis'],
  ['99001', 2, 'village', 500, 'text', { prj: 'none' }],
  ['99001', 3, 'paddy', 2000, 'comma'],
  ['99001', 4, 'hill', 2000, 'famis', { prj: 'lie' }],
  ['99002', 1, 'village', 1000, 'text', { encoding: 'vni' }],
  ['99002', 2, 'mixed', 1000, 'exchange', { srid: 9209 }],
  ['99002', 3, 'paddy', 2000, 'old', { areaStep: 1 }],
  ['99002', 4, 'paddy', 2000, 'exchange'],
  ['99011', 12, 'village', 1000, 'famis', { at: BEFORE_MERGER }],
  ['99011', 5, 'paddy', 2000, 'nosheet', { at: BEFORE_MERGER }],
  ['99012', 12, 'mixed', 1000, 'exchange', { at: BEFORE_MERGER }],
  // Told without a day: the code is no longer valid and has to be mapped to its successor.
  ['99012', 8, 'hill', 2000, 'comma', { prj: 'none' }],
];

/** The sheets for about this many parcels: always a dozen, and a dozen more for each 6,000. */
export function planSheets(parcels: number): SheetPlan[] {
  const dozens = Math.max(1, Math.round(parcels / (DOZEN.length * PARCELS_PER_SHEET)));
  const average = parcels / (DOZEN.length * dozens);
  return Array.from({ length: dozens }, (_, dozen) =>
    DOZEN.map(([communeCode, sheetNo, kind, scale, dictionary, traits]): SheetPlan => {
      const plain = { at: traits?.at ?? null, srid: 9214, prj: 'right', encoding: 'tcvn3', areaStep: 0.1 } as const;
      return {
        communeCode,
        sheetNo: String(sheetNo + 20 * dozen),
        scale,
        dictionary,
        ...plain,
        ...(dozen === 0 ? traits : {}),
        kind,
        area: average * RELATIVE_COUNT[kind] * GROUND_PER_PARCEL[kind],
        firstDozen: dozen === 0,
      };
    }),
  ).flat();
}
