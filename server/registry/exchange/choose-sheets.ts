import type pg from 'pg';
import { listUnitSheets } from '../../db/reference/commune-facts.ts';
import { type Actor, actsIn } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { requireUnit } from '../portal/describe-commune.ts';

/** The sheets that are meant and that the actor may read. Throws commune.not_found, auth.forbidden. */
export async function chooseSheets(
  portal: pg.Pool,
  actor: Actor,
  { code, sheets }: { readonly code: string; readonly sheets?: string | undefined },
): Promise<string[]> {
  const { unit, former } = await requireUnit(portal, code, undefined);
  const all = await listUnitSheets(portal, unit, former);
  const own = all.filter(({ communeCode }) => actsIn(actor, communeCode));
  if (own.length === 0 && (all.length > 0 || !actsIn(actor, code))) throw new Problem('auth.forbidden');
  const named = sheets === undefined ? null : new Set(sheets.toLowerCase().split(','));
  return own.filter(({ sheet }) => named === null || named.has(sheet.toLowerCase())).map(({ id }) => id);
}
