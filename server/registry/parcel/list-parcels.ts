import type pg from 'pg';
import { listParcelRows } from '../../db/parcel/parcels.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import type { listParcels as door, Parcel } from '../../domain/contract/parcel/parcels.ts';
import { parcelNumber, sheetNumber } from '../../domain/land-number.ts';
import { endOfDay } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { parseParcelQuery } from '../../domain/question/parcel-query.ts';
import { asStaff } from '../kit/as-staff.ts';
import { pageOf } from '../lists/page-cursor.ts';
import { readParcelCursor } from '../portal/find-portal-parcels.ts';

const DEFAULT_LIMIT = 50;

/** Parcels that fit a question of staff, each with the version that a dealing names. */
export function listParcels(
  pool: pg.Pool,
  actor: Actor,
  asked: Asked<typeof door>['query'],
): Promise<{ items: Parcel[]; nextCursor: string | null }> {
  const typed = asked.q === undefined ? {} : parseParcelQuery(asked.q);
  if (!typed) throw new Problem('query.not_understood');
  const named = {
    ...(asked.sheet === undefined ? {} : { sheet: sheetNumber(asked.sheet) }),
    ...(asked.no === undefined ? {} : { no: parcelNumber(asked.no) }),
    ...(asked.code === undefined ? {} : { code: asked.code }),
    ...typed,
  };
  const communes =
    asked.commune === undefined ? (actor.communes === '*' ? undefined : actor.communes) : [asked.commune];
  const limit = asked.limit ?? DEFAULT_LIMIT;
  const after = readParcelCursor(asked.cursor) ?? undefined;
  return asStaff(pool, actor, async (trx) => {
    const rows = await listParcelRows(
      trx,
      {
        ...named,
        communes,
        box: asked.bbox?.split(',').map(Number),
        before: asked.at === undefined ? null : endOfDay(asked.at),
        after,
      },
      limit + 1,
    );
    const { page, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    return { items: page, nextCursor };
  });
}
