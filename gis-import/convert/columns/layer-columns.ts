import type { ValueUnit } from '../../../server/domain/layer/value-unit.ts';
import { matchesColumn } from './column-dictionary.ts';

/** Which column of a thematic layer means what. */
export type LayerRole = 'category' | 'name' | 'value';

/** In order of preference, without case, blanks and underscores. */
const NAMES: Record<Exclude<LayerRole, 'value'>, readonly string[]> = {
  category: [
    'MALOAIDAT',
    'LOAIDATQH',
    'MALDQH',
    'MAQH',
    'LOAIQH',
    'CHUCNANG',
    'PHANLOAI',
    'PHANVUNG',
    'PHANKHU',
    'LOAIHINH',
    'LOAIDAT',
    'LOAI',
    'CAPNGAP',
    'CAYTRONG',
    'VITRI',
    'CATEGORY',
    'CLASS',
    'ZONE',
    'TYPE',
    'KIND',
  ],
  name: [
    'TENCONGTRINH',
    'TENCT',
    'TENDUAN',
    'TENKHU',
    'TENVUNG',
    'TENDUONG',
    'TENTUYEN',
    'TEN',
    'NAME',
    'TITLE',
    'LABEL',
  ],
};

/** A number is only taken where the column's name says in what it is. */
const VALUES: readonly (readonly [name: string, unit: ValueUnit, factor: number])[] = [
  ...['GIADONGM2', 'GIAVNDM2', 'DONGIAVNDM2', 'DONGIADONGM2', 'PRICEVNDM2'].map((name) => [name, 'vnd_m2', 1] as const),
  ...['GIA1000DM2', 'GIANGHINDONGM2', 'DONGIA1000DM2'].map((name) => [name, 'vnd_m2', 1000] as const),
  ...['DOSAUM', 'DEPTHM', 'DORONGM', 'WIDTHM'].map((name) => [name, 'm', 1] as const),
];

export interface LayerColumns {
  readonly roles: ReadonlyMap<LayerRole, number>;
  readonly valueUnit: ValueUnit | null;
  /** Units per number of the column. */
  readonly factor: number;
}

export function mapLayerColumns(columns: readonly string[]): LayerColumns {
  const roles = new Map<LayerRole, number>();
  const find = (name: string) => columns.findIndex((column) => matchesColumn(column, name));
  for (const role of ['category', 'name'] as const) {
    const index = NAMES[role].map(find).find((found) => found >= 0);
    if (index !== undefined) roles.set(role, index);
  }
  for (const [name, valueUnit, factor] of VALUES) {
    const index = find(name);
    if (index < 0) continue;
    roles.set('value', index);
    return { roles, valueUnit, factor };
  }
  return { roles, valueUnit: null, factor: 1 };
}
