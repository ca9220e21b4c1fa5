/** Sheets that are not registered: what waits at a desk that was just set up. Beside the dozen, whatever its size. */
import type { Fate } from './district.ts';
import type { SheetKind, SheetPlan } from './sheet/sheet-plan.ts';

export interface WaitingPlan extends SheetPlan {
  readonly fate: Fate;
  /** Unit whose unsurveyed ground it takes; its own code may be the successor's. */
  readonly groundOf: string;
}

const plan = (
  fate: Fate,
  groundOf: string,
  kind: SheetKind,
  area: number,
  traits: Pick<SheetPlan, 'communeCode' | 'sheetNo' | 'scale' | 'dictionary' | 'prj'>,
): WaitingPlan => ({
  fate,
  groundOf,
  kind,
  area,
  at: null,
  srid: 9214,
  encoding: 'tcvn3',
  areaStep: 0.1,
  firstDozen: false,
  ...traits,
});

/** Small ones: a person should be able to look through all of it. Areas in m². */
export const WAITING_PLANS: readonly WaitingPlan[] = [
  // Numbers as text, as in the plainest of old tables: one of them can be missing, and be typed in.
  plan('review', '99001', 'mixed', 68_000, {
    communeCode: '99001',
    sheetNo: '5',
    scale: 1000,
    dictionary: 'text',
    prj: 'lie',
  }),
  plan('proposed', '99002', 'paddy', 76_000, {
    communeCode: '99002',
    sheetNo: '5',
    scale: 2000,
    dictionary: 'exchange',
    prj: 'right',
  }),
  plan('refused', '99012', 'village', 34_000, {
    communeCode: '99003',
    sheetNo: '13',
    scale: 1000,
    dictionary: 'famis',
    prj: 'right',
  }),
];
