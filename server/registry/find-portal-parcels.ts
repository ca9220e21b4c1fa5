import type pg from 'pg';
import { listPresentUnits } from '../db/portal-communes.ts';
import { listPortalParcelRows, type ParcelKey } from '../db/portal-parcels.ts';
import type { Asked } from '../domain/contract/contract.ts';
import type { listPortalParcels, PortalParcel } from '../domain/contract/portal-parcels.ts';
import { dayOf, endOfDay } from '../domain/legal-day.ts';
import { decodeCursor, encodeCursor } from '../domain/page-cursor.ts';
import { parseParcelQuery, withoutZeros } from '../domain/parcel-query.ts';
import { Problem } from '../domain/problem.ts';

const DEFAULT_LIMIT = 20;
const UNIT = /^\d{5}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor made by this list, or a problem: it is text from outside like any other. */
function readCursor(cursor: string | undefined): ParcelKey | null {
  if (cursor === undefined) return null;
  const key = decodeCursor(cursor) ?? [];
  const [commune = '', sheet = '', no = '', unit = '', id = ''] = key;
  const ours = key.length === 5 && UNIT.test(commune) && UNIT.test(unit) && UUID.test(id);
  if (!ours) throw new Problem('cursor.invalid');
  return [commune, sheet, no, unit, id];
}

/**
 * The public list of parcels that fit a question. A sheet and number may name several (old units, scales): all of them
 * are listed and each says where it was numbered; none is chosen for the caller.
 */
export async function findPortalParcels(
  pool: pg.Pool,
  asked: Asked<typeof listPortalParcels>['query'],
): Promise<{ items: PortalParcel[]; nextCursor: string | null }> {
  const typed = asked.q === undefined ? {} : parseParcelQuery(asked.q);
  if (!typed) throw new Problem('query.not_understood');
  if (asked.commune === undefined && asked.code === undefined && asked.q === undefined) {
    throw new Problem('request.invalid', { errors: [{ field: 'commune', message: 'commune | code | q' }] });
  }
  const after = readCursor(asked.cursor);
  const day = asked.at ?? dayOf(new Date());
  const communes = asked.commune === undefined ? undefined : await listPresentUnits(pool, asked.commune, day);
  if (communes?.length === 0) return { items: [], nextCursor: null };

  const named = {
    sheet: asked.sheet === undefined ? undefined : withoutZeros(asked.sheet),
    no: asked.no === undefined ? undefined : withoutZeros(asked.no),
    code: asked.code,
  };
  const contradicts = Object.entries(typed).some(([key, value]) => {
    const other = named[key as keyof typeof named];
    return other !== undefined && other !== value;
  });
  if (contradicts) return { items: [], nextCursor: null };

  const limit = asked.limit ?? DEFAULT_LIMIT;
  const before = asked.at === undefined ? null : endOfDay(asked.at);
  const rows = await listPortalParcelRows(pool, { communes, ...named, ...typed, before }, limit + 1, after);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => row.parcel),
    nextCursor: rows.length > limit && last ? encodeCursor(last.key) : null,
  };
}
