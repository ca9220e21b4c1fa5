import type pg from 'pg';
import { readLineage } from '../../db/parcel/lineage.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ParcelLineage } from '../../domain/contract/parcel/parcel-lineage.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';

/** Ancestors and descendants of a parcel, with the dealings between them. Throws parcel.not_found. */
export const getParcelLineage = (pool: pg.Pool, actor: Actor, id: string): Promise<ParcelLineage> =>
  asStaff(pool, actor, async (trx) => {
    const lineage = await readLineage(trx, id);
    if (lineage.items.length === 0) throw new Problem('parcel.not_found');
    return lineage;
  });
