import type pg from 'pg';
import { findParcelRow, listNeighbours } from '../../db/parcel/parcels.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { afterDealing } from '../dealing/file/after-dealing.ts';
import { asStaff } from '../kit/as-staff.ts';

/** Current parcels that meet this one, with their exact shapes. Throws parcel.not_found. */
export const getParcelNeighbours = (pool: pg.Pool, actor: Actor, id: string, after: string | undefined) =>
  asStaff(pool, actor, (trx) =>
    afterDealing(trx, actor, after, async () => {
      if (!(await findParcelRow(trx, id, null))) throw new Problem('parcel.not_found');
      return { items: await listNeighbours(trx, id) };
    }),
  );
