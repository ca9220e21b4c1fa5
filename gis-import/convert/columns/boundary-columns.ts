import { matchesColumn } from './column-dictionary.ts';

/** Which column of a table of administrative units means what. */
export type BoundaryRole = 'unitCode' | 'unitName' | 'declaredArea';

/** In order of preference, without case, blanks and underscores; the plain words come last, as they mean most things. */
const NAMES: Record<Exclude<BoundaryRole, 'declaredArea'>, readonly string[]> = {
  unitCode: [
    'MAXA',
    'MADVHC',
    'MADVHCXA',
    'MAPHUONGXA',
    'MAXAPHUONG',
    'MADONVIHANHCHINH',
    'MADONVI',
    'MAHC',
    'COMMUNECODE',
    'WARDCODE',
    'KVHCID',
    'XAID',
    'CODE',
  ],
  unitName: [
    'TENXA',
    'TENDVHC',
    'TENDVHCXA',
    'TENPHUONGXA',
    'TENXAPHUONG',
    'TENDONVIHANHCHINH',
    'TENDONVI',
    'COMMUNENAME',
    'WARDNAME',
    'FULLNAME',
    'NAME',
    'TEN',
  ],
};

/** Square metres per unit. An area is only used where the column's name says in what: km², ha or m². */
const AREA_NAMES: readonly (readonly [name: string, squareMetres: number])[] = [
  ...['AREAKM2', 'DIENTICHKM2', 'DTICHKM2', 'DTKM2', 'DTTNKM2', 'SQKM'].map((name) => [name, 1_000_000] as const),
  ...['AREAHA', 'DIENTICHHA', 'DTICHHA', 'DTHA', 'DTTNHA'].map((name) => [name, 10_000] as const),
  ...['AREAM2', 'DIENTICHM2', 'DTICHM2', 'DTM2'].map((name) => [name, 1] as const),
];

export interface BoundaryColumns {
  readonly roles: ReadonlyMap<BoundaryRole, number>;
  /** Square metres per unit of the declared area. */
  readonly areaUnit: number;
}

export function mapBoundaryColumns(columns: readonly string[]): BoundaryColumns {
  const roles = new Map<BoundaryRole, number>();
  const find = (name: string) => columns.findIndex((column) => matchesColumn(column, name));
  for (const role of ['unitCode', 'unitName'] as const) {
    const index = NAMES[role].map(find).find((found) => found >= 0);
    if (index !== undefined) roles.set(role, index);
  }
  for (const [name, areaUnit] of AREA_NAMES) {
    const index = find(name);
    if (index < 0) continue;
    roles.set('declaredArea', index);
    return { roles, areaUnit };
  }
  return { roles, areaUnit: 1 };
}
