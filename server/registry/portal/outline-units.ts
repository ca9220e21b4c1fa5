import type pg from 'pg';
import { listUnitShapes, type UnitAsked, type UnitShapes, unitKey } from '../../db/register/unit-shapes.ts';
import type { SearchAnswer } from '../../domain/contract/portal/portal-search.ts';

/** Rings of the communes of an answer, Web Mercator metres, for a small drawing beside each; those without a registered boundary have none. */
export async function outlineUnits(
  tiles: pg.Pool,
  { communes, places }: Pick<SearchAnswer, 'communes' | 'places'>,
): Promise<(unit: UnitAsked) => ReturnType<UnitShapes['get']>> {
  const units = [...communes, ...places.map(({ commune: { code } }) => ({ code }))];
  const shapes: UnitShapes = units.length === 0 ? new Map() : await listUnitShapes(tiles, units);
  return (unit) => shapes.get(unitKey(unit));
}
